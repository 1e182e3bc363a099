/** A link to a command of the editor, with its arguments (VS Code: `command:` URIs). */
export function commandLink(command: string, args: readonly unknown[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`
}
