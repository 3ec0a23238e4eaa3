import type { RemoteOption } from '../../../contract/values.ts'
import { type Finding, findingAt } from '../finding.ts'
import type { ReadText } from '../text.ts'

/**
 * Sentences on the place of work in German, French, Spanish, Dutch, Italian, Portuguese, Polish, Czech and Swedish.
 * English texts never come here, so that their reading stays cheap.
 */

/** Work away from the office; words that also mean other things stand only with a verb of work. */
const AWAY =
  '(?:home ?-?office|telearbeit|heimarbeit|mobil(?:es|em|e[rn]?)? arbeit(?:en)?|mobilarbeit|remote|(?:von|im) (?:zu ?hause|daheim)|(?:en )?télétravail(?:ler|lez)?|(?:travail\\w{0,14}|poste|exercer?) à distance|de chez (?:vous|soi|toi)|depuis (?:chez vous|votre domicile)|travail\\w{0,14} à domicile|teletrabajo|teletrabajar|(?:en|trabajo|modalidad) remoto|a distancia|desde (?:tu |su |el )?(?:casa|hogar|domicilio)|thuis ?(?:te )?werk\\w{0,14}|telewerk\\w{0,14}|vanuit huis|van thuis(?: uit)?|op afstand|smart[ -]?working|lavoro agile|telelavoro|da remoto|da casa|teletrabalho|(?:trabalho|forma) remot[oa]|remot[oa]mente|(?:de|em) casa|à distância|(?:prac[ayęą] )?zdaln[\\wà-ž]{1,4}|z domu|(?:prác[eií] )?z domova|na dálku|distansarbet[\\wà-ž]{0,14}|på distans|hemifrån)'
const COUNT =
  '(?:[1-4]|einen?|einem|zwei|drei|vier|une?|deux|trois|quatre|uno|dos|tres|cuatro|eens?|één|twee|drie|vier|due|tre|quattro|um|dois|duas|três|quatro|jeden|dwa|dwóch|trzy|trzech|dva|dvou|tři|tří|en|två)'
const DAYS =
  '(?:tage?n?|x|mal|jours?|journées?|días?|vez|veces|dag(?:en)?|keer|giorn[oi]|dias?|vezes|dni|dzień|dny|dnů|den|dagar)'
/** A part of the week. */
const PART = `(?:${COUNT}(?:\\s?(?:-|bis(?: zu)?|à|ou|a|o|tot|of|do|až|oder)\\s?${COUNT})?\\s${DAYS}|einzelne[nr]? tage?n?|einige[nr]? tage?n?|quelques jours|algunos días|alguns dias|enkele dagen|un jour sur deux|(?:am |jeden )?(?:montag|dienstag|mittwoch|donnerstag|freitag)s?|les? (?:lundi|mardi|mercredi|jeudi|vendredi)s?|(?:los|el|cada) (?:lunes|martes|miércoles|jueves|viernes)|op (?:maandag|dinsdag|woensdag|donderdag|vrijdag)|il (?:lunedì|martedì|mercoledì|giovedì|venerdì)|w (?:poniedziałki|wtorki|środy|czwartki|piątki)|tageweise|stundenweise|(?<!\\d)[1-9]\\d ?%|(?:der|die|zur|das) hälfte|la moitié|la mitad|metade|de helft|la metà|połow[\\wà-ž]|polovin[\\wà-ž]|(?:ein(?:en)?|der) teil der|une partie|(?:un|een) deel|una? parte|teilweise|anteilig|partiel(?:lement|le)?|parcial(?:mente)?|parzial(?:e|mente)|deels|gedeeltelijk|częściow[\\wà-ž]{1,14}|částečn[\\wà-ž]{1,14}|gelegentlich\\w{0,2}|zeitweise|ab und zu|occasionnel(?:lement|le)?|ponctuel(?:lement|le)?|ocasional(?:mente)?|occasional(?:e|mente)|af en toe|občasn[\\wà-ž]{1,14}|okazjonaln[\\wà-ž]{1,14})`
const WHOLE =
  '(?:100 ?%(?: en| de| di| im)?|vollständig|komplett|ausschließlich|gänzlich|dauerhaft|rein|total(?:ement|mente)?|entièrement|complètement|intégralement|complet|íntegramente|completamente|enteramente|volledig|helemaal|geheel|interamente|integralmente|totalmente|w pełni|całkowicie|w 100 ?%|plně|zcela|helt)'

const ANY = new RegExp(
  `(?<![\\wà-ž-])${AWAY}|überall|ortsunabhängig|où que|cualquier|qualquer|qualsiasi|waar je|dowolnego|odkudkoli|à distance|thuis|pr[äe]sen[tzc]|présenti|vor ort|sur site|op locatie|stacjonarn|h[yí]brid|ibrid`,
)
const NOT_AWAY = new RegExp(
  `(?<![\\wà-ž])(?:(?:keine?[nr]?|ohne|aucune?|pas de|sans|sin|no (?:se |hay |es |será |te )?(?:ofrece|contempla|permite|posible|dispone de|admite)?(?: el| la opción de| opción de)?|geen|nessun[oa]?|senza|sem|não (?:há|oferecemos)|brak|bez|nie ma)\\s(?:(?:möglichkeit(?:en)? (?:für|zum?)|possibilité de|posibilidad de|mogelijkheid tot|mogelijkheden (?:om|voor)|possibilità di|możliwości|možnosti)\\s)?${AWAY}|(?:nicht|niet|pas|non|não|nie)\\s(?:für|voor|pour|per|para|au|dla|geeignet für|geschikt voor|adatt\\w{1,14} (?:al|allo))\\s(?:le |het |das )?${AWAY})(?![\\wà-ž])(?! ?(?:interview|support))`,
)
const AWAY_NOT = new RegExp(
  `(?<![\\wà-ž])${AWAY}(?:\\s(?:(?:ist|is|kan|kann|wird|n'est|est|es|è|é|jest|je|není|no|dieser?|deze|diesem|ce|cette|este|esta|in|im|en|für|voor|pour|para|per|bei|bij|rolle|functie|funktion|baan|job|rol|stelle|position|poste|puesto|posición|leider|helaas|malheureusement|aufgrund|ze względu|der|die|het|de|hier|dabei|daher|tätigkeit|aufgabe[n]?|la|el|a|na|toto|tym|stanowisku|pozici|vakaturen?|werkzaamheden|door|wegen)\\s){0,8})(?:nicht|niet|pas|non|não|no|nie|není|kein)\\s(?!nur|alleen|seulement|sólo|solo|só|tylko|jen)(?:[\\wà-ž]{1,14}\\s){0,2}(?:möglich|vorgesehen|geplant|angeboten|mogelijk|aan de orde|toegestaan|van toepassing|possible|prévu|envisage\\w{1,14}|proposé|posible|disponible|previsto|possibile|prevista|possível|disponível|możliw[\\wà-ž]|možn[\\wà-ž]|option|umsetzbar|realisierbar)|(?<![\\wà-ž])${AWAY}\\s(?:kan|gaat)\\s(?:\\w{1,14}\\s){0,4}niet(?![\\w])`,
)
const FULLY = new RegExp(
  `(?<![\\wà-ž])${WHOLE}\\s(?:möglich )?(?:im |in |en |au |de |zu |per |vanuit |z |na |da |van )?(?:${AWAY}|à distance)(?! teil)|(?<![\\wà-ž])${AWAY}\\s?(?:\\(|al |à |a |zu |auf |voor |na )?(?:100 ?%|total(?!ly)|complet\\b|intégral|completo|integral)|ortsunabhängig\\w{0,14} arbeit|(?:arbeit\\w{0,14}|travail\\w{0,14}|trabaj\\w{0,14}|trabalh\\w{0,14}|werk\\w{0,14}|lavor\\w{0,14}|prac\\w{1,14}|télétravail|remot\\w{0,14})[^.\\n]{0,34}(?:von überall|egal wo|où que vous|desde cualquier (?:lugar|punto|parte|ciudad)|de qualquer lugar|da qualsiasi (?:luogo|parte)|da ovunque|waar je (?:ook|maar)|z dowolnego miejsca|odkudkoli)`,
)
const PARTLY = new RegExp(
  `(?<![\\wà-ž,.])${PART}(?![\\wà-ž])[^.;\\n]{0,46}?(?<![\\wà-ž-])(?:${AWAY}|thuis(?! ?(?:wo|zorg|won)))(?![\\wà-ž])|(?<![\\wà-ž-])${AWAY}(?![\\wà-ž])[^.;\\n\\d|]{0,40}?(?<![\\wà-ž,.])${PART}(?![\\wà-ž])`,
)
/** Care and sport at home: what happens there is no work of the reader. */
const OF_OTHERS =
  /\b(?:kunden|patient\w{0,14}|menschen|bewohner\w{0,14}|familien|client\w{0,14}|bénéficiaires|personnes|clientes|personas|pacientes|familias|cliënten|ouderen|mensen|bewoners|studi\w{1,14}|lern\w{0,14}|cours|cursos?|formation)\b/
const HYBRID =
  /(?<![\wà-ž])(?:arbeits(?:modell|form|weise)|modell|mode|modèle|organisation|poste|travail|modelo|modalidade?|modalità|esquema|formato|regime|régimen|jornada|sistema|trabajo|trabalho|lavoro|werkvorm|werk|praca|tryb|model|práce|režim)\s(?:de (?:trabajo|travail|trabalho)\s|di lavoro\s|pracy\s|práce\s|en\s)?(?:hybride?|h[íi]brid[oa]|ibrid[oa]|hybrydow[\wà-ž]{1,4}|hybridní[\wà-ž]{0,2})(?![\wà-ž])/
const PRESENT =
  /(?:ausschließlich|nur|immer|zwingend|vollständig|komplett) (?:vor ort|in präsenz|im büro|in der filiale)|präsenz(?:pflicht|arbeit|stelle)|présence (?:[\wà-ž]{1,14} )?(?:sur site|au bureau)[^.\n]{0,20}(?:obligatoire|requise|exigée|indispensable|nécessaire)|(?:100 ?%|poste|travail|entièrement|uniquement) (?:en )?(?:présentiel|sur site)|(?:trabajo|trabalho|puesto|posición|modalidad|modalidade|vaga|empleo|esquema|formato|regime|100 ?%|totalmente) (?:es |de trabajo |de trabalho )?(?:100 ?% )?presencial(?! [yeo] )|(?:lavoro|lavora|attività|svolge|modalità|orario) (?:[\wà-ž]{1,14} )?in (?:presenza|sede)|(?:alleen|uitsluitend|altijd|volledig) op (?:locatie|kantoor|de werkvloer)|prac[\wà-ž]{1,3} stacjonarn[\wà-ž]{1,3}|stacjonarn[\wà-ž]{1,3} prac|prezenčn[\wà-ž]{1,3} prác/

/** What the sentences of a text that is not English say of the place of work: the clearest statement. */
export function fromOtherLanguages(text: ReadText): Finding<RemoteOption> | null {
  const { lower } = text
  if (!ANY.test(lower)) return null
  const denied = NOT_AWAY.exec(lower) ?? AWAY_NOT.exec(lower)
  if (denied) return findingAt('onsite', text, denied, 0.9)
  const fully = FULLY.exec(lower)
  if (fully) return findingAt('remote', text, fully, 0.88)
  const partly = PARTLY.exec(lower)
  if (partly && !OF_OTHERS.test(partly[0])) return findingAt('hybrid', text, partly, 0.86)
  const hybrid = HYBRID.exec(lower)
  if (hybrid) return findingAt('hybrid', text, hybrid, 0.85)
  const present = PRESENT.exec(lower)
  return present && findingAt('onsite', text, present, 0.8)
}
