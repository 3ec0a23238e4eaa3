import { createHash } from 'node:crypto'
import type { DocumentId, UploadId } from '../../../main/contract/ids.ts'
import type { Sqlite } from '../../../main/platform/db/pragmas.ts'
import { told } from './acts.ts'
import { shownFile } from './document-files.ts'
import type { OpenCore } from './open-core.ts'
import type { Random } from './random.ts'

const PIECE = 384 * 1024
/** Most files are small; some take several pieces and a while to write. */
const SIZES = [300, 4_000, 60_000, 900_000, 5_000_000] as const
const AT_ONCE = 5

/** One random act on documents: added one by one or several at once, replaced, restored, copied, removed, taken back. */
export function documentActs(core: OpenCore, db: Sqlite, random: Random) {
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)] as T

  const content = (): Buffer => {
    const line = `Jane Doe ${random.below(2 ** 31)}, engineer. Wrote software in ${random.below(2 ** 31)} places.\n`
    return Buffer.from(line.repeat(Math.ceil(pick(SIZES) / line.length)))
  }
  const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  const upload = async (name: string, bytes: Buffer): Promise<UploadId> => {
    const { uploadId } = await core.call('uploads.begin', { name, size: bytes.length })
    for (let offset = 0; offset < bytes.length; offset += PIECE)
      await core.call('uploads.append', {
        uploadId,
        offset,
        data: bytes.subarray(offset, offset + PIECE).toString('base64'),
      })
    return uploadId
  }

  const add = async () => {
    const title = `Document ${random.below(2 ** 31)}`
    const bytes = content()
    await told(`document:${title}`, hashOf(bytes), async () => {
      const uploadId = await upload(`${title}.txt`, bytes)
      return core.call('documents.add', { uploadId, title })
    })
  }

  return async (): Promise<void> => {
    const { rows } = await core.call('documents.list', { limit: 200 })
    const act = random.below(10)
    const row = rows.length === 0 ? undefined : pick(rows)
    if (!row || act <= 1) return add()
    if (act === 2) return void (await Promise.all(Array.from({ length: AT_ONCE }, add)))
    const { documentId, title } = row
    const key = `document:${title}`
    const shown = shownFile(db, title)
    if (act <= 5) {
      const bytes = content()
      return void (await told(key, hashOf(bytes), async () => {
        const uploadId = await upload('newer.txt', bytes)
        return core.call('documents.add', { uploadId, documentId })
      }))
    }
    if (act === 6) {
      const view = await core.call('documents.get', { documentId })
      const { versionId } = pick(view.history)
      const older = db
        .prepare<[number], string>('SELECT file_hash FROM document_versions WHERE id = ?')
        .pluck()
        .get(versionId)
      return void (await told(key, older, () => core.call('documents.restore', { versionId })))
    }
    if (act === 7) {
      const copy = `Copy ${random.below(2 ** 31)}`
      return void (await told(`document:${copy}`, shown, () =>
        core.call('documents.copy', { documentId, title: copy }),
      ))
    }
    await remove(key, documentId, shown)
  }

  async function remove(key: string, documentId: DocumentId, shown: string | null): Promise<void> {
    const answers: { undo: { changeId: number } | null }[] = []
    await told(key, null, async () => {
      answers.push(await core.call('documents.remove', { documentIds: [documentId] }))
    })
    const changeId = answers[0]?.undo?.changeId
    if (changeId !== undefined && random.next() < 0.6)
      await told(key, shown, () => core.call('changes.undo', { changeId: changeId as never }))
  }
}
