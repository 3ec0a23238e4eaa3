import { type Found, found } from './found.ts'
import { isBold, isCaps } from './heading-look.ts'
import { languageCode } from './language-names.ts'
import type { Line } from './layout.ts'
import type { Section } from './section.ts'
import { foldText, headingNameOf } from './section-names.ts'
import { hasSeparators, isLevel, itemsOf } from './skill-items.ts'

/** A skill as printed; `group` is the name of the group it stands in, or ''. */
export interface PrintedSkill {
  name: string
  group: string
}

/** What is known of skills. */
export interface KnownSkills {
  /** The skills named in running text. */
  mine(text: string): string[]
  /** Whether a name is a skill as it stands. */
  isKnown(name: string): boolean
}

const MOST = 500
/** A label before a list: "Databases:", "Programming Languages –". */
const LABEL = /^([^:,;|]{2,45}):\s*(.*)$/u
const DASH_LABEL = /^([^:,;|–—()]{2,35})\s(?:–|—|-)\s(.{3,})$/u
/** Rows of the forms for self-assessment that the European résumé has. */
const FORM =
  /^(?:(?:mother tongue|other language|self[- ]assessment|common european|digital competences? - self|information processing|content[- ]creation|european language|lengua materna|otros? idiomas?|autoevaluaci[óo]n|tratamiento de la informaci[óo]n|creaci[óo]n de contenido|marco com[úu]n|langue maternelle|autres? langues?|auto[- ]?[ée]valuation|traitement de l.information|cr[ée]ation de contenu|cadre europ|muttersprache|weitere sprachen?|selbstbeurteilung|datenverarbeitung$|erstellung von inhalten|gemeinsamer europ|levels?:|niveles?:|niveaux?:|stufen?:).*|understanding|speaking|writing|listening|reading|spoken (?:interaction|production)|safety|problem[- ]solving|communication|processing|information|(?:independent|proficient|basic) user|comprensi[óo]n|comprensi[óo]n (?:auditiva|de lectura)|auditiva|de lectura|comprender|hablar|escribir|(?:expresi[óo]n )?escrita|expresi[óo]n oral|interacci[óo]n oral|lectura|seguridad|resoluci[óo]n de problemas|usuario (?:b[áa]sico|independiente|competente)|comprendre|parler|[ée]crire|[ée]couter|lire|(?:prendre part|s.exprimer).*|s[ée]curit[ée]|utilisateur (?:[ée]l[ée]mentaire|ind[ée]pendant|exp[ée]riment[ée])|verstehen|sprechen|schreiben|h[öo]ren|lesen|an gespr[äa]chen.*|zusammenh[äa]ngendes.*|sicherheit|probleml[öo]sung|kommunikation|(?:elementare|selbstst[äa]ndige|kompetente) (?:sprach)?verwendung|[abc][12](?:\s[abc][12])*)$/iu
/** Single words that are rows of those forms there, and skills elsewhere. */
const FORM_SIGN =
  /self[- ]assessment|common european|autoevaluaci[óo]n|marco com[úu]n|auto[- ]?[ée]valuation|cadre europ|selbstbeurteilung|gemeinsamer europ|mother tongue|lengua materna|langue maternelle|independent user|usuario independiente/iu
/** Labels whose lists are no skills. */
const OTHER_KINDS = new Set([
  'languages',
  'interests',
  'certificates',
  'references',
  'education',
  'experience',
  'publications',
  'head',
])

const DRIVING =
  /^(?:driv\w+ licen[cs]es?|f[üu]hrerschein\w*|fahrerlaubnis|permis(?: de conduire)?|permiso de conduc\w+|carn[ée]t? de conducir|licencia de conducir)$/iu

/** A stretch of a skills section: a group's name and the texts under it. */
interface Block {
  group: string
  text: string
  lines: Line[]
}

/** The single items of the skills sections, in order, each once. What is written in sentences is searched for known ones. */
export function findSkills(sections: readonly Section[], known: KnownSkills): Found<PrintedSkill>[] {
  const skills: Found<PrintedSkill>[] = []
  const seen = new Set<string>()
  const rights = rightsOf(sections)
  for (const section of sections) {
    if (section.kind !== 'skills') continue
    for (const block of blocksOf(section, rights, known)) {
      const { items, sentences } = itemsOf(block.text)
      const mined = sentences.flatMap(known.mine)
      for (const [index, name] of [...items, ...mined].entries()) {
        const key = foldText(name).replaceAll(' ', '') + name.replace(/[^+#.]/g, '')
        if (seen.has(key) || isSpokenLanguage(name) || skills.length >= MOST) continue
        seen.add(key)
        skills.push(
          found(
            { name, group: block.group },
            index < items.length ? 0.88 : 0.55,
            linesOf(name, block.lines),
            name,
          ),
        )
      }
    }
  }
  return skills
}

/** The lines of a block that show an item. */
function linesOf(name: string, lines: readonly Line[]): Line[] {
  const line = lines.find(each => each.text.includes(name))
  if (line) return [line]
  const [first = ''] = name.split(' ')
  const at = lines.findIndex(each => each.text.includes(first))
  return at < 0 ? lines.slice(0, 1) : lines.slice(at, at + 2)
}

/** "English" or "Spanish (fluent)": told with the languages. */
function isSpokenLanguage(text: string): boolean {
  const words = foldText(text.replace(/\([^)]*\)/g, '')).split(' ')
  if (languageCode(words.join(' ')) !== null) return true
  return (
    words.length <= 4 &&
    words.length > 1 &&
    languageCode(words[0] ?? '') !== null &&
    /^(?:native|fluent|basic|intermediate|advanced|professional|conversational|b[12]|c[12]|a[12]|muttersprache|fliessend|courant|nativo|language|kenntnisse|sprache)$/.test(
      words[1] ?? '',
    )
  )
}

/** Cuts a section at labels and sub-headings, and joins lines that only the margin broke. */
function blocksOf(section: Section, rights: ReadonlyMap<number, number>, known: KnownSkills): Block[] {
  const blocks: Block[] = []
  const bold = section.lines.filter(isBold)
  const subheads = bold.length > 0 && bold.length < section.lines.length
  // What stands beside the heading is no label.
  const margin = hasMargin(section.lines.filter(line => line.box?.y !== section.title?.box?.y))
  const form = section.lines.some(line => FORM_SIGN.test(line.text.slice(0, 300)))
  const isForm = (text: string) => form && FORM.test(text)
  const seen = { airy: usualGap(section.lines), rights }
  let group = ''
  let skipping = false
  let open: Block | null = null
  for (const [index, line] of section.lines.entries()) {
    if (isForm(line.text)) {
      open = null
      continue
    }
    const [next, after] = section.lines.slice(index + 1, index + 3)
    if (isRowOfGroups(line, next, after)) {
      group = ''
      open = null
      continue
    }
    if (subheads && isSubhead(line, next, after)) {
      group = line.text.replace(/\s*:$/, '')
      skipping = isOtherKind(group)
      open = null
      continue
    }
    const labelled = labelOf(line, section.lines, margin)
    if (labelled) {
      group = labelled.label
      skipping = isOtherKind(group) || isForm(group)
      open = null
      if (skipping || labelled.rest === '') continue
      open = { group, text: labelled.rest, lines: [line] }
      blocks.push(open)
      continue
    }
    if (skipping && (line.bullet || (line.gap ?? 0) >= 0.9) && !bold.length) {
      skipping = false
      group = ''
    }
    if (skipping || isLevel(line.text)) continue
    const text = textOf(line, isForm)
    if (open && goesOn(open, line, section.lines[index - 1], seen, known)) {
      open.text += ` ${text}`
      open.lines.push(line)
      continue
    }
    open = { group: line.bullet || subheads || group !== '' ? group : '', text, lines: [line] }
    blocks.push(open)
  }
  return blocks
}

/** Cells stand apart, unless they are a level or a sentence that a wide gap broke. */
function textOf(line: Line, isForm: (text: string) => boolean): string {
  return line.cells.length > 1
    ? line.cells.filter(cell => !isLevel(cell) && !isForm(cell)).join(' | ')
    : line.text
}

function isOtherKind(label: string): boolean {
  if (DRIVING.test(label)) return true
  const name = headingNameOf(label)
  if (name === null || !OTHER_KINDS.has(name.kind)) return false
  if (name.kind !== 'languages') return !name.weak || name.kind === 'interests'
  return !/^(?:languages?|sprachen?|langages?)$/i.test(label)
}

/** A bold line over lines that are not. */
function isSubhead(line: Line, next: Line | undefined, after: Line | undefined): boolean {
  if (!isBold(line) || line.cells.length > 1 || hasSeparators(line.text) || line.text.split(' ').length > 5)
    return false
  // A skill with its level below, and nothing more.
  if (next && isLevel(next.text) && (after === undefined || isBold(after) || after.column !== line.column))
    return false
  return next !== undefined && !isBold(next) && next.column === line.column
}

/** Names of groups beside each other, over their lists or over levels and lists. */
function isRowOfGroups(line: Line, next: Line | undefined, after: Line | undefined): boolean {
  if (line.cells.length < 2 || !isBold(line) || !next || isBold(next)) return false
  const lists = next.cells.every(isLevel) ? after : next
  return lists !== undefined && !isBold(lists) && lists.cells.length > 1 && lists.cells.every(hasSeparators)
}

function labelOf(line: Line, all: readonly Line[], margin: boolean): { label: string; rest: string } | null {
  const colon = LABEL.exec(line.text)
  const [first = '', ...others] = line.cells
  // Two lists side by side, with their bullets.
  const listed = others.some(cell => /^[*•·–-]\s/.test(cell))
  if (colon && (colon[2] === '' || !isLevel(colon[2] ?? '')) && (colon[1] ?? '').split(' ').length <= 6) {
    const label = (colon[1] ?? '').trim()
    const rest =
      others.length > 0 && /:$/.test(first)
        ? others.join(others.some(hasSeparators) ? ' ' : ' | ')
        : (colon[2] ?? '')
    return /https?$/i.test(label) ? null : { label, rest }
  }
  if (margin && others.length > 0 && first.split(' ').length <= 6 && !isLevel(others.join(' ')))
    return { label: first.replace(/\s*:$/, ''), rest: others.filter(cell => !FORM.test(cell)).join(' | ') }
  if (
    others.length > 0 &&
    !listed &&
    others.some(hasSeparators) &&
    !hasSeparators(first) &&
    first.split(' ').length <= 5
  ) {
    const marked = line.runs[0]?.bold === true || isCaps(first) || others.length === 1
    if (marked) return { label: first, rest: others.join(' ') }
  }
  const runs = line.runs.filter(run => run.text.trim() !== '')
  const lead = runs[0]
  if (
    lead?.bold &&
    runs.length > 1 &&
    runs[1]?.bold === false &&
    !hasSeparators(lead.text) &&
    line.text.startsWith(lead.text.trim())
  ) {
    // Items that stand apart stay apart.
    const behind =
      line.cells.length > 1 && first.startsWith(lead.text.trim()) ? line.cells.join(' | ') : line.text
    const rest = behind.slice(lead.text.trim().length).replace(/^[\s–—:|-]+/u, '')
    if (rest.length > 1 && !isLevel(rest)) return { label: lead.text.trim().replace(/\s*[:–—-]$/u, ''), rest }
  }
  const dash = DASH_LABEL.exec(line.text)
  if (dash && hasSeparators(dash[2] ?? '') && all.filter(each => DASH_LABEL.test(each.text)).length >= 2)
    return { label: (dash[1] ?? '').trim(), rest: dash[2] ?? '' }
  return null
}

/** Whether a line only goes on with the list of the one before it. */
function goesOn(
  open: Block,
  line: Line,
  before: Line | undefined,
  section: Seen,
  known: KnownSkills,
): boolean {
  if (!before || line.bullet || before.column !== line.column || open.lines.at(-1) !== before) return false
  if ((line.gap ?? 0) >= 0.9 || line.cells.length > 1) return false
  const text = open.text.trim()
  if (/[,;|•·(/&–-]$|\b(?:and|und|et|y|of|de|for|with|in)$/iu.test(text) || line.text.startsWith('('))
    return true
  if (text.split('(').length > text.split(')').length) return true
  // Items set apart each: the next line begins another.
  if (before.cells.length > 1 && !before.cells.some(hasSeparators) && !/^\p{Ll}/u.test(line.text))
    return false
  const full = isFull(before, line, section.rights)
  if (before.bullet && full !== null) return /^\p{Ll}/u.test(line.text) || full
  if (hasSeparators(text)) {
    const small = /^\p{Ll}/u.test(line.text) && /[,;|•·]\s*\p{Lu}[^,;|•·]*$/u.test(text.slice(-80))
    return small || (full ?? before.text.length >= 60)
  }
  // Items have air between them that their own lines have not.
  if (line.gap !== null && before.gap !== null && section.airy !== null && line.gap < section.airy - 0.15)
    return true
  // "Quality" over "Assurance" in a narrow column.
  if (!hasSeparators(line.text) && !known.isKnown(text) && known.isKnown(`${text} ${line.text}`)) return true
  // A small letter goes on with a line only where its word had no room there.
  return text.length > 70 || (full !== false && /^\p{Ll}/u.test(line.text))
}

/** Whether the next line's first word had no room at the end of a line; null without places. */
function isFull(before: Line, line: Line, rights: ReadonlyMap<number, number>): boolean | null {
  if (!before.box || before.box.width === 0 || before.text.length === 0) return null
  const letter = before.box.width / before.text.length
  const word = (line.text.split(' ')[0] ?? '').length + 1
  return before.box.x + before.box.width + word * letter > (rights.get(before.column) ?? 1) - 0.005
}

/** What is seen of a section as a whole. */
interface Seen {
  /** The gap between items; null where all gaps are the same. */
  airy: number | null
  /** Where the lines of each column end at most. */
  rights: ReadonlyMap<number, number>
}

function rightsOf(sections: readonly Section[]): Map<number, number> {
  const rights = new Map<number, number>()
  for (const { lines } of sections)
    for (const { box, column } of lines)
      if (box) rights.set(column, Math.max(rights.get(column) ?? 0, box.x + box.width))
  return rights
}

/** Labels stand in a margin when most lines without one begin right of it. */
function hasMargin(lines: readonly Line[]): boolean {
  const boxes = lines.flatMap(line => (line.box ? [{ x: line.box.x, cells: line.cells.length }] : []))
  const labels = boxes.filter(each => each.cells > 1)
  const left = labels.reduce((least, each) => Math.min(least, each.x), 1)
  const rest = boxes.filter(each => each.cells === 1)
  return (
    labels.length >= 2 &&
    rest.length >= 2 &&
    rest.filter(each => each.x > left + 0.08).length >= rest.length * 0.8
  )
}

/** The gap that most items have above them, in line heights; null where gaps are unknown or all the same. */
function usualGap(lines: readonly Line[]): number | null {
  const gaps = lines
    .slice(1)
    .flatMap(line => (line.gap === null ? [] : [line.gap]))
    .sort((a, b) => a - b)
  const middle = gaps[Math.floor(gaps.length / 2)] ?? null
  return middle !== null && gaps.length >= 3 && middle - (gaps[0] ?? 0) > 0.15 ? middle : null
}
