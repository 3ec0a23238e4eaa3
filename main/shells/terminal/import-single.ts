import type { Added } from '../../contract/by-hand.ts'
import { Refusal, type RolecallError, rolecallError } from '../../contract/errors.ts'
import type { CampaignId, UploadId } from '../../contract/ids.ts'
import type { FileLook } from '../../contract/imports.ts'
import type { Session } from './session.ts'

/** A file that holds one posting: a saved page, or a text. */
export type SingleFile = { file: string; typed: string; uploadId: UploadId } & Exclude<
  FileLook,
  { way: 'table' }
>

/** Adds the posting of such a file to a campaign; a refusal is answered with the file's name in front. */
export async function importSingle(
  session: Session,
  campaignId: CampaignId,
  single: SingleFile,
): Promise<Added | RolecallError> {
  const { ask } = session
  const { uploadId, typed } = single
  try {
    if (single.way === 'page') return await ask('postings.addFile', { uploadId, campaignId })
    const { title, company, location, url } = single.facts
    if (title === null || company === null)
      return rolecallError(
        'posting_incomplete',
        `${typed}: the text does not clearly name the ${title === null ? 'title' : 'company'}. Write "Title: …" and "Company: …" as its first lines, or paste it in the app.`,
      )
    const text = single.text.trim()
    return await ask('postings.addText', {
      ...{ text, title, company, location: location ?? '', campaignId },
      ...(url === null ? {} : { url }),
    })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { ...error.error, message: `${typed}: ${error.error.message}` }
  } finally {
    // A stored page has been discarded already.
    await ask('uploads.discard', { uploadId })
  }
}
