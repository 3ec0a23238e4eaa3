/** Labels of forms ("Employer: …"), which say what stands behind them. */

export type LabelKind = 'first' | 'second' | 'client' | 'place' | 'none'

const FIRST =
  /^(?:(?:job |role |position |stellen)?title|position(?: held)?|role|designation|occupation(?: or position held)?|funktion|tätigkeit(?: als)?|beruf(?: oder funktion)?|stelle|berufsbezeichnung|poste(?: occupé)?|fonction(?: ou poste occupé)?|intitulé(?: du poste)?|cargo|puesto(?: desempeñado)?|profesión o cargo desempeñado|función|ocupación|degree|qualification(?: awarded)?|title of qualification(?: awarded)?|abschluss|bezeichnung der erworbenen qualifikation|diplôme|intitulé du certificat ou diplôme délivré|titulación|título(?: de la cualificación obtenida)?)$/iu
const SECOND =
  /^(?:company(?: name)?|employer|organi[sz]ation|names? (?:and (?:address|type) )?of (?:the )?(?:employer|organi[sz]ation)(?: providing education and training)?|firma|unternehmen|arbeitgeber|name und (?:adresse|anschrift) des arbeitgebers|entreprise|employeur|société|organisme|nom et (?:adresse|type) de l['’](?:employeur|établissement)(?: d['’]enseignement ou de formation)?|empresa|empleador|compañía|entidad|nombre y (?:dirección|tipo) de la (?:empresa o empleador|organización(?: educativa o formativa)?)|school|university|institution|college|schule|hochschule|universität|name und art der bildungs- oder ausbildungseinrichtung|école|établissement|centro|universidad|escuela)$/iu
const PLACE = /^(?:location|place|city|address|ort|standort|lieu|ville|lugar|ciudad|localidad|ubicación)$/iu
const NONE =
  /^(?:dates?|duration|period|years?|from|jahr|année|años?|zeitraum|dauer|datum|période|durée|periodo|fechas?|duración|(?:type of )?business or sector|sector|industry|branche|tätigkeitsbereich oder branche|secteur|type ou secteur d['’]activité|tipo de empresa o sector|reporting to|team size|grade|gpa|note|(?:main |principal )?(?:activities|subjects|tasks)(?: and responsibilities|\/occupational skills covered)?|responsibilities|aufgaben|wichtigste tätigkeiten und zuständigkeiten|principales (?:activités et responsabilités|matières\/compétences professionnelles couvertes)|missions|funciones(?: y responsabilidades principales)?|level in national or international classification)$/iu

/** What a label says of the text behind it; null when it is no label. */
export function labelKindOf(text: string): LabelKind | null {
  const label = text.replace(/\s*:\s*$/, '').trim()
  if (label.length > 90) return null
  if (FIRST.test(label)) return 'first'
  if (SECOND.test(label)) return 'second'
  if (/^(?:client|end client|kunde|cliente)$/i.test(label)) return 'client'
  if (PLACE.test(label)) return 'place'
  return NONE.test(label) ? 'none' : null
}

/** The label before a colon, and what stands behind it. */
export function labelBefore(text: string): { kind: LabelKind; rest: string } | null {
  const colon = text.indexOf(':')
  if (colon < 3 || colon > 70) return null
  const kind = labelKindOf(text.slice(0, colon))
  const rest = text.slice(colon + 1).trim()
  return kind && rest !== '' ? { kind, rest } : null
}
