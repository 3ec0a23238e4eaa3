import type { FollowUp } from '../../../../main/contract/applications.ts'

/** Longer addresses are refused by the shell, and by some mail programs. */
const LONGEST = 2_000

/** Line ends as mail wants them; a lone half of a sign, which no address can hold, is left out. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed().replace(/\r?\n/g, '\r\n'))

/** The address that opens the mail program with everything filled in; a text that is too long is cut. */
export function mailtoOf({ to, subject, body }: FollowUp['mail']): string {
  const receiver = encodeURIComponent(to.trim().toWellFormed()).replaceAll('%40', '@')
  const build = (text: string) => {
    const parts = [subject && `subject=${encode(subject)}`, text && `body=${encode(text)}`].filter(Boolean)
    return `mailto:${receiver}${parts.length > 0 ? `?${parts.join('&')}` : ''}`
  }
  let length = body.length
  while (length > 0 && build(body.slice(0, length)).length > LONGEST) length = Math.floor(length * 0.9)
  return build(body.slice(0, length))
}
