/** Times without work, which people print among their positions. */

const BEFORE =
  /^(?:on|in|im|en|planned|personal|professional|voluntary|unpaid|paid|geplante[rs]?|bezahlte[rs]?|unbezahlte[rs]?)\s+/iu
const BREAK = new RegExp(
  `^(?:${[
    "(?:parental|maternity|paternity|adoption|family|childcare|carer['’]?s|caregiver|sick|medical|bereavement) (?:leave|break)",
    'career (?:break|gap|pause)|planned break|gap year|sabbatical(?: leave| year)?|unemployed|unemployment',
    'elternzeit|mutterschutz|mutterschaftsurlaub|erziehungsurlaub|babypause|sabbatjahr|(?:berufliche )?auszeit',
    'pflegezeit|familien(?:zeit|pause|phase)|arbeits(?:los|losigkeit|suchend|suche)',
    "cong[ée] (?:parental|(?:de )?maternit[ée]|(?:de )?paternit[ée]|sabbatique|d['’]adoption|sans solde)",
    'ann[ée]e sabbatique|sabbatique|pause (?:professionnelle|carri[èe]re)|interruption de carri[èe]re',
    "recherche d['’]emploi|(?:demandeur|demandeuse) d['’]emploi",
    'excedencia|baja (?:por )?(?:maternal|paternal|maternidad|paternidad)',
    'permiso (?:parental|(?:de |por )?(?:maternidad|paternidad))|a[ñn]o sab[áa]tico|sab[áa]tico',
    'pausa (?:profesional|laboral)|(?:en )?b[úu]squeda (?:activa )?de empleo|desempleo|desemplead[oa]',
  ].join('|')})`,
  'iu',
)
/** What may follow: "for family reasons", "(childcare)". "Maternity leave cover" and "Sabbatical Officer" are work. */
const AFTER =
  /^\s*(?:$|[-–—,;:(|/&.]|\d|(?:of|for|to|in|and|from|due|with|after|until|while|für|mit|und|wegen|nach|zur|zum|im|bis|pour|après|et|avec|suite|depuis|para|por|y|con|tras)(?!\p{L}))/iu

/** Whether a title or a company is no work but time off: parental leave, a sabbatical, a search for work. */
export function isBreak(text: string): boolean {
  const said = text.slice(0, 200).trim().replace(BEFORE, '')
  const match = BREAK.exec(said)
  return match !== null && AFTER.test(said.slice(match[0].length))
}
