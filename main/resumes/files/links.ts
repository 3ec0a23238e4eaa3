/** A target that may be shown and kept: web pages, mail and telephone. Null for all others, such as `javascript:`. */
export function safeTarget(target: string | null | undefined): string | null {
  if (typeof target !== 'string') return null
  const text = target.replace(/\p{Cc}|\p{Cf}/gu, '').trim()
  if (text.length > 2000) return null
  if (/^(?:https?:\/\/|mailto:|tel:)\S/i.test(text)) return text
  return /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/\S*)?$/i.test(text) ? `https://${text}` : null
}
