import { type CancellationToken, FileType, Uri, workspace } from 'vscode'

/** What a transcript is called. */
const transcript = /\.(?:smtp|esmtp|lmtp)$/i

/** Folders in which nobody keeps transcripts of their own. */
const passedOver = /^(?:\.|node_modules$)/

/** What a folder holds; nothing where it cannot be read. */
async function contentOf(folder: Uri): Promise<readonly [string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder)
  } catch {
    return []
  }
}

/**
 * The transcripts in the folders of the workspace, by their names. Hidden folders, `node_modules` and folders that are
 * links are passed over. Not `workspace.findFiles`, which needs a search service that not every kind of workspace has.
 */
export async function transcriptFiles(token: CancellationToken): Promise<readonly Uri[]> {
  const files: Uri[] = []
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri)
  for (let folder = folders.shift(); folder && !token.isCancellationRequested; folder = folders.shift()) {
    for (const [name, type] of await contentOf(folder)) {
      const uri = Uri.joinPath(folder, name)
      if (type === FileType.Directory && !passedOver.test(name)) folders.push(uri)
      else if ((type & FileType.File) !== 0 && transcript.test(name)) files.push(uri)
    }
  }
  return files
}
