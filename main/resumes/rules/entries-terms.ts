/** Lengths of time and terms of employment, which are neither title nor company. */

/** "2 years 3 months", "(8 Monate)". */
export const DURATION =
  /\(?\s*(?:(?:about|ca\.?|etwa)\s)?\b\d{1,2}(?:[.,]\d)?\+?\s?(?:years?|yrs?|months?|mos?|weeks?|jahre?n?|monate?n?|wochen|ans?|années?|mois|semaines?|años?|meses|mes|semanas?)\b\.?(?:\s?(?:,|and|und|et|y|&)?\s?\d{1,2}\s?(?:months?|mos?|monate?n?|mois|mes(?:es)?)\b\.?)?\s*\)?/giu
const KIND_OF_EMPLOYMENT =
  /^(?:full[- ]?time|part[- ]?time|contract(?:or)?|permanent|temporary|temp|seasonal|fixed[- ]term|zero[- ]hours|internship|apprenticeship|freelance|vollzeit|teilzeit|festanstellung|unbefristet|befristet|minijob|geringfügig|werkstudententätigkeit|honorarbasis|cdi|cdd|int[ée]rim|temps[- ](?:plein|partiel|complet)|en alternance|alternance|jornada (?:completa|parcial)|tiempo (?:completo|parcial)|media jornada|indefinido|temporal|contrato (?:indefinido|temporal|de prácticas)|\d{1,3} ?%|\d{1,2} ?(?:h|hours|std\.?|stunden)(?: ?\/ ?| per | pro )(?:week|wk|woche))$/i

/** Whether a text says only how long or under which terms somebody worked. */
export const isKindOfEmployment = (text: string): boolean => KIND_OF_EMPLOYMENT.test(text.trim())

/** A text without lengths of time in brackets, "(full-time)" and the like. */
export function withoutTerms(text: string): string {
  const without = text.replace(/\s*[([]([^()[\]]{1,40})[)\]]/g, (whole, inner: string) =>
    isKindOfEmployment(inner) || inner.replace(DURATION, '').trim() === '' ? '' : whole,
  )
  return trimmed(without)
}

/** Without separators and lone brackets at its ends. */
export function trimmed(text: string): string {
  let result = text
  for (let pass = 0; pass < 4; pass++) {
    const before = result
    result = result.replace(/^[\s,;:|•·●∙▪◦‣–—\-/@~]+|[\s,;:|•·●∙▪◦‣–—\-/@~]+$/g, '')
    if (/^[([][^)\]]*$/.test(result) || /^[)\]]/.test(result)) result = result.slice(1).trim()
    if (/[([]$/.test(result) || (/[)\]]$/.test(result) && !/[([]/.test(result)))
      result = result.slice(0, -1).trim()
    if (result === before) break
  }
  return result
}
