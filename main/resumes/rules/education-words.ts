import { foldWord } from './dates-words.ts'
import { companyScore } from './entries-companies.ts'

/** What tells a degree from a school. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that name a degree, an exam or a course; folded. */
const DEGREES = words(`
  bachelor bachelors bachelor's master masters master's magister doctor doctorate doctoral phd dphil diploma diplom diplome degree associate associates associate's
  certificate certification minor major honours honors hons mba emba mphil llb llm jd md dds dvm mfa bfa bba bcom mcom med bed meng beng mres pgce pgdip
  bsc msc bs ms ba ma mtech btech be me mca bca mbbs bpharm ged a-levels a-level gcse gcses hnd hnc btec nvq matriculation baccalaureate
  postgraduate undergraduate graduate minors foundation apprenticeship traineeship bootcamp nanodegree exchange erasmus
  diplom-ingenieur dipl diplom-kaufmann diplom-kauffrau diplom-informatiker diplom-betriebswirt staatsexamen abitur fachabitur fachhochschulreife hochschulreife reife realschulabschluss hauptschulabschluss
  schulabschluss abschluss ausbildung berufsausbildung lehre meisterprufung meisterbrief gesellenprufung promotion dissertation studium auslandssemester umschulung weiterbildung matura
  fortbildung techniker fachwirt mittlere
  licence licencie maitrise baccalaureat bac brevet bts dut but deug dea dess cap bep ingenieur doctorat mastere magistere deust capes agregation prepa cpge formation certificat
  grado licenciatura licenciado licenciada diplomatura diplomado diplomada master maestria doctorado doctor bachillerato tecnico tecnica superior fp ciclo formativo eso graduado graduada
  ingenieria ingeniero ingeniera posgrado postgrado titulo titulacion curso especializacion especialidad profesorado
  specialization concentration
`)
const DEGREE_LETTERS =
  /(?:^|[\s(,/])(?:b\.?\s?a|m\.?\s?a|b\.?\s?sc?|m\.?\s?sc?|b\.?\s?eng|m\.?\s?eng|b\.?\s?tech|m\.?\s?tech|b\.?\s?ed|m\.?\s?ed|b\.?\s?com|m\.?\s?com|ph\.?\s?d|m\.?\s?b\.?\s?a|m\.?\s?phil|d\.?\s?phil|ll\.?\s?[bm]|j\.?\s?d|m\.?\s?d|a\.?\s?a\.?s?|a\.?\s?s|b\.?\s?b\.?\s?a|b\.?\s?f\.?\s?a|m\.?\s?f\.?\s?a|m\.?\s?p\.?\s?h|m\.?\s?s\.?\s?w|b\.?\s?s\.?\s?n|m\.?\s?s\.?\s?n|g\.?\s?e\.?\s?d|dipl\.?[- ]?(?:ing|kfm|inf|bw)|bac ?[+] ?\d|dr(?!\.?\s\p{L}{4,}))\.?(?=$|[\s,)(:/-])/iu

/** Fields of study: with a degree beside them they are its field, alone they are the degree. */
const FIELDS = words(`
  science sciences computer informatik informatique informatica engineering economics economy economia economie business administration management finance accounting marketing mathematics
  mathematik mathematiques matematicas physics physik physique fisica chemistry chemie chimie quimica biology biologie biologia psychology psychologie psicologia sociology soziologie sociologie
  history geschichte histoire historia philosophy philosophie filosofia law rechtswissenschaft rechtswissenschaften jura droit derecho medicine medizin medecine medicina nursing pflege
  enfermeria architecture architektur arquitectura design arts art kunst bellas artes education erziehung pedagogy padagogik magisterio primaria literature linguistics germanistik anglistik lettres filologia
  statistics statistik statistique estadistica electrical electronics elektrotechnik electronique mechanical maschinenbau mecanique mecanica civil bauingenieurwesen wirtschaftsingenieurwesen
  wirtschaftsinformatik wirtschaftswissenschaften betriebswirtschaft betriebswirtschaftslehre bwl vwl volkswirtschaftslehre volkswirtschaft data artificial intelligence software systems information technology journalism
  communication communications kommunikationswissenschaft journalismus comunicacion periodismo politics political politikwissenschaft international relations studies hospitality tourism turismo tourisme logistics logistik
  gestion commerce ventas empresas social work trabajo soziale arbeit environmental umwelt pharmacy pharmazie pharmacie farmacia biotechnology biotechnologie music musik musique liberal general mediengestaltung
`)

const SCHOOLS = words(`
  university universitat universite universidad universita universiteit universidade uni college school schools academy institute institut institution instituto
  hochschule fachhochschule berufsschule berufskolleg berufsakademie gymnasium realschule gesamtschule hauptschule grundschule oberschule schule akademie volkshochschule handwerkskammer ihk hwk kammer
  lycee ecole iut iae insa centrale polytechnique sorbonne universitaire cfa greta afpa faculte conservatoire
  escuela colegio ies politecnica politecnico facultad conservatorio centro cesur
  polytechnic conservatory seminary faculty campus tu eth epfl mit ucla lse rwth kit fh hec essec insead iit
  inp ensimag enseeiht supelec centralesupelec polytech edhec emlyon essca kedge neoma audencia iep ifsi tafe ucl uclm upm upc uab uam uned uoc unam itesm
  borg htl hak ahs hbla bbs bbz hf
  k12 isd agency bootcamp academia coursera udacity edx
`)
const SCHOOL_ENDINGS = /(?:universitat|hochschule|schule|akademie|gymnasium|kolleg|institut|kammer|lyzeum)$/

/** Lines of an entry that name neither: marks, topics of theses, courses. */
const ASIDE =
  /^(?:(?:cumulative |overall |final |current )?(?:gpa|cgpa|grade|grades|note|abschlussnote|gesamtnote|notendurchschnitt|mention|nota media|promedio|calificación|thesis|dissertation|master'?s thesis|bachelor'?s thesis|masterarbeit|bachelorarbeit|diplomarbeit|abschlussarbeit|doktorarbeit|mémoire|tesis|tfg|tfm|trabajo fin|coursework|relevant coursework|courses|relevant courses|modules|key modules|module|schwerpunkte?|vertiefung|honou?rs|awards?|activities|activities and societies|societies|clubs|scholarships?|dean'?s list|advisor|supervisor|betreuer|directeur de thèse|director|projects?|isced|eqf|focus|specialisation|specialization)\b\s?(?::|–|-|\d|of\b|=|\()|dean'?s list|(?:summa|magna) cum laude|cum laude|with (?:honou?rs|distinction)|graduated with|first[- ]class honou?rs$)/iu

const WORD = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*/gu

/** Whether a line speaks of marks, topics or courses and names neither school nor degree. */
export const isAside = (text: string): boolean => ASIDE.test(text.trim())

const FIELD_ENDINGS =
  /(?:ology|ologie|ologia|nomics|ematics|istics|istry|istik|wissenschaft|wissenschaften|wesen|kunde|technik|ingenieurie|eering|ography|ographie|ografia)$/

/** Whether a text names a field of study. */
export function namesField(text: string): boolean {
  return (text.slice(0, 200).match(WORD) ?? []).map(foldWord).some(isField)
}

const isField = (word: string): boolean => FIELDS.has(word) || (word.length > 7 && FIELD_ENDINGS.test(word))

/** How much a text reads as a degree: from −1 to about 3. */
export function degreeScore(text: string): number {
  const short = text.slice(0, 200)
  const parts = (short.match(WORD) ?? []).map(foldWord)
  if (parts.length === 0 || isAside(short)) return -1
  let score = -0.4
  if (DEGREE_LETTERS.test(short)) score = 2
  else if (DEGREES.has(parts[0] ?? '')) score = 2
  else if (
    parts.some(
      part =>
        DEGREES.has(part) ||
        (part.length > 8 && /(?:abschluss|prufung|examen|studium|ausbildung|reife)$/.test(part)),
    )
  )
    score = 1.5
  if (parts.some(isField)) score += score > 0 ? 0.4 : 1
  return score
}

/** How much a text reads as a school: from −1 to about 3. */
export function schoolScore(text: string): number {
  const short = text.slice(0, 200)
  const parts = short.match(WORD) ?? []
  if (parts.length === 0 || isAside(short)) return -1
  const folded = parts.map(foldWord)
  if (folded.some(part => SCHOOLS.has(part) || (part.length > 7 && SCHOOL_ENDINGS.test(part)))) return 2.3
  if (/\b(?:gmbh|ag|kg|inc|ltd|s\.l|s\.a)\b/i.test(short)) return 1.5
  // A house where a trade is learnt.
  if (companyScore(short) >= 1.5) return 1
  return parts.every(part => /^\p{Lu}/u.test(part) || part.length <= 3) ? 0.3 : -0.2
}
