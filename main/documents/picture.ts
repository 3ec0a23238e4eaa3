import { Refusal, refuse } from '../contract/errors.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import { documentPath, faultOf } from './files.ts'
import { wantRead } from './reading-store.ts'
import { findVersion } from './store.ts'

/** Pages as pictures, drawn by the parser process. */

export interface PictureTools {
  parser: Pick<ParserProcess, 'run'>
}

/** What the parser process is asked; it answers the bytes of a PNG. */
export interface PictureTask {
  kind: 'picture'
  path: string
  /** From 1. */
  page: number
  /** Pixels. */
  width: number
  password: string | null
}

/** Width and height of a PNG stand at a fixed place of its head (PNG specification, 11.2.2 IHDR). */
function sizeOf(png: Uint8Array): { width: number; height: number } {
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: head.getUint32(16), height: head.getUint32(20) }
}

export const pictureCommands = ({ parser }: PictureTools) =>
  ({
    'documents.picture': async (context, { versionId, page, width }) => {
      const version =
        findVersion(context.db, versionId) ?? refuse('not_found', 'This version does not exist any more.')
      if (version.format !== 'pdf')
        refuse('unsupported', 'Only PDFs have pages that can be drawn; its text can be read here.')
      // Who looks at a file waits for what it says, too.
      context.unit(tx => wantRead(tx.db, versionId))
      const fault = await faultOf(context.dataDir, version.file_hash)
      if (fault !== null) refuse('file_unreadable', fault)
      const task: PictureTask = {
        kind: 'picture',
        path: documentPath(context.dataDir, version.file_hash),
        page,
        width,
        password: null,
      }
      const answer = await parser.run(task)
      if (!answer.ok) throw new Refusal(answer.error)
      const png = answer.value
      if (!(png instanceof Uint8Array) || png.length < 24)
        return refuse('parser_failed', 'This page could not be drawn.')
      return { data: Buffer.from(png).toString('base64'), ...sizeOf(png) }
    },
  }) satisfies Partial<Commands>
