import type { RemoteOption } from '../../../contract/values.ts'
import type { Finding } from '../finding.ts'
import type { ReadPosting } from '../read-posting.ts'
import type { Span } from '../text.ts'
import { fromOtherLanguages } from './other-languages.ts'
import { fromSentences } from './sentences.ts'
import { fromHeader, fromLabels, fromShortText, workplaceFields } from './short-text.ts'

type RemoteFinding = Finding<RemoteOption>

const REGION_ONLY =
  /^(?:europe|emea|latam|apac|amer|americas|north america|south america|asia|africa|worldwide|usa?|uk|canada|eu|international)(?:[\s,/&]{1,4}(?:europe|emea|latam|apac|americas|north america|usa?|uk|canada|eu)){0,12}\s+only$/
const REMOTE_BOARD =
  /weworkremotely\.com\/|remoteok\.(?:io|com)\/|remotive\.(?:io|com)\/remote|remote\.co\/job/

/**
 * Whether a posting offers work away from the office. Fully remote possible is "remote", partly is "hybrid",
 * required presence is "onsite"; an office address alone says nothing. Fields of a form come before the title,
 * the title before the location line, that before the top lines, and those before sentences.
 */
export function detectRemote(posting: ReadPosting): RemoteFinding | null {
  const { title, description, labels } = posting
  const fromForm = fromLabels(description, labels)
  if (fromForm) return fromForm
  const fields = workplaceFields(labels)
  return (
    fromShortText(title, 0.9) ??
    fromLocation(posting, fields) ??
    fromHeader(description, posting.header, fields) ??
    fromText(posting, fields)
  )
}

/** The clearer of what the rules for English and those for other languages read. */
function fromText({ description, language }: ReadPosting, fields: Span[]): RemoteFinding | null {
  const said = fromSentences(description, fields)
  const other = language === 'en' ? null : fromOtherLanguages(description)
  return other !== null && (said === null || other.confidence > said.confidence) ? other : said
}

function fromLocation(posting: ReadPosting, fields: Span[]): RemoteFinding | null {
  const { location, description } = posting
  const said = fromShortText(location, 0.9)
  if (said?.value === 'remote') {
    // A board for remote work says "anywhere" of every job; the text knows better when it asks for presence.
    const text = fromText(posting, fields)
    return text !== null && text.value === 'hybrid' && text.confidence >= 0.75 ? text : said
  }
  if (said) return said
  const trimmed = location.lower.trim()
  if (REGION_ONLY.test(trimmed) && REMOTE_BOARD.test(description.lower)) {
    return {
      value: 'remote',
      text: location,
      span: { start: 0, end: location.lower.length },
      confidence: 0.6,
    }
  }
  return null
}
