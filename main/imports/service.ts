import { Refusal } from '../contract/errors.ts'
import { FileLook, ImportPreview } from '../contract/imports.ts'
import type { Commands } from '../platform/dispatch.ts'
import type { ParserProcess } from '../platform/threads/parser-process.ts'
import { appendUpload, beginUpload, discardUpload, uploadFacts, uploadPath } from './uploads.ts'

export {
  adoptFile,
  appendUpload,
  beginUpload,
  discardUpload,
  hasUpload,
  sealUpload,
  sweepUploads,
  uploadFacts,
  uploadPath,
} from './uploads.ts'

export function importCommands(parser: ParserProcess) {
  return {
    'uploads.begin': (context, facts) => ({ uploadId: beginUpload(context.dataDir, facts) }),
    'uploads.append': (context, { uploadId, offset, data }) => ({
      received: appendUpload(context.dataDir, uploadId, offset, Buffer.from(data, 'base64')),
    }),
    'uploads.discard': (context, { uploadId }) => {
      discardUpload(context.dataDir, uploadId)
      return {}
    },
    'imports.look': async (context, { uploadId }) => {
      const { name } = uploadFacts(context.dataDir, uploadId)
      const answer = await parser.run({ kind: 'look', path: uploadPath(context.dataDir, uploadId), name })
      if (!answer.ok) throw new Refusal(answer.error)
      return FileLook.parse(answer.value)
    },
    'imports.preview': async (context, { uploadId }) => {
      const { name } = uploadFacts(context.dataDir, uploadId)
      const answer = await parser.run({ kind: 'preview', path: uploadPath(context.dataDir, uploadId), name })
      if (!answer.ok) throw new Refusal(answer.error)
      return ImportPreview.parse(answer.value)
    },
  } satisfies Partial<Commands>
}
