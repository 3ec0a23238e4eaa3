/**
 * Compiles resources/vocabularies/skills.tsv from the hand-made table skill-aliases.txt and open lists.
 * Run: node scripts/build-skills.ts [folder with skills_vocab.jsonl]
 * Without the folder only the hand-made table is compiled. Lines: name, t (technical) or s (soft), spellings by "|".
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keysOf } from '../main/detection/rules/skills/words.ts'

interface Entry {
  name: string
  kind: 't' | 's'
  spellings: string[]
}
interface Listed {
  name: string
  aliases: string[]
  kind: string
  source: string
  category?: string
  occupations?: number
  hot?: boolean
}

const keyOf = (name: string) => keysOf(name).join(' ')
const bare = (spelling: string) => spelling.replace(/^[\^!?~]/, '')

function readOwn(): Entry[] {
  const entries: Entry[] = []
  let kind: Entry['kind'] = 't'
  const text = readFileSync(new URL('./skill-aliases.txt', import.meta.url), 'utf8')
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    if (line === '[technical]' || line === '[soft]') {
      kind = line === '[soft]' ? 's' : 't'
      continue
    }
    const cut = line.indexOf(' =')
    const name = (cut === -1 ? line : line.slice(0, cut)).trim()
    const others =
      cut === -1
        ? []
        : line
            .slice(cut + 2)
            .split(',')
            .map(item => item.trim())
            .filter(item => item !== '')
    if (cut !== -1 && others.length === 0) continue
    const spellings = others.some(other => other !== bare(other) && bare(other) === name)
      ? others
      : [name, ...others]
    entries.push({ name, kind, spellings })
  }
  return entries
}

/** Makers whose names may be left out before a product name. */
const MAKERS =
  /^(?:Microsoft Office|Microsoft|Sun Microsystems|Informatica Corporation|OpenAI|Talend|Atlassian|Unity Technologies|NetSuite|Cerner|Kronos|Adobe|Oracle|IBM|Apache|Google|Autodesk|Atlassian|Amazon|Apple|Intuit|SAP|Cisco|Dassault Systemes|The MathWorks|MathWorks|National Instruments|Corel|Bentley|PTC|Trimble|Siemens|Red Hat|Hewlett Packard|Esri|ESRI|Avid Technology|Wolfram Research|StataCorp|Qlik Tech|Tenable|Thomson Reuters|Rockwell|Rockwell Automation|Henry Schein|Blackbaud|Xactware|Sage|Infor|Embarcadero|Veritas|SmugMug|Maxon|Maplesoft|Epic|GE Healthcare|Eclipse|HEAT Software|Nuance|LogMeIn|Salesforce|Salesforce.com|Facebook|Blackboard|McNeel|Leica Geosystems|ADP|UGS) /

/** A product name distinctive enough to stand without its maker: inner capitals, digits, or letters in capitals. */
const distinctive = (name: string) => /[a-z][A-Z]|[A-Za-z]\d|^[A-Z]{4,}$/.test(name) && !name.includes(' ')

/** "Structured query language SQL" and "Ansible software" as a person writes them; null for what is no product name. */
function cleanProduct(listed: Listed): Entry | null {
  let name = listed.name.replace(/\s+(?:software|systems?|software suite)$/i, '').trim()
  const acronym = /^([A-Z]?[a-z][\w/ -]+) ([A-Z][A-Z0-9&/]{2,7}s?)$/.exec(name)
  if (acronym?.[1] && acronym[2]) {
    const initials = acronym[1]
      .split(/[ /-]/)
      .map(word => word.charAt(0).toUpperCase())
      .join('')
    if (!initials.startsWith(acronym[2].charAt(0))) return null
    return {
      name: acronym[2],
      kind: 't',
      spellings: [`^${acronym[2]}`, acronym[1].replace(/^./, c => c.toUpperCase())],
    }
  }
  // "Tax software" is no product; "Ansible software", marked as much asked for, is one.
  if (name !== listed.name && /^[A-Z][a-z]+$/.test(name) && !listed.hot) return null
  if (name === 'Act!') return null
  // A phrase rather than a product: "Business software applications".
  if (/^[A-Z]?[a-z'-]+ [a-z]/.test(name) || /^[a-z-]+$/.test(name)) return null
  name = name.replace(/\s*\(.*\)$/, '')
  const short = name.replace(MAKERS, '')
  const spellings = [name]
  if (short !== name && distinctive(short)) spellings.push(short)
  const shown = short !== name && distinctive(short) ? short : name
  if (keysOf(name).length === 1 && !distinctive(name)) spellings[0] = `!${name}`
  return { name: shown, kind: 't', spellings }
}

/** Everyday programs, sites and things that nobody lists as a skill. */
const NOT_SKILLS =
  /\b(?:browser|e-?mail|web site|sites|databases?|Facebook|Instagram|TikTok|YouTube|Twitter|Pinterest|Skype|FaceTime|GroupMe|Flickr|Gmail|Dropbox|Safari|Firefox|Internet Explorer|Netscape|Chrome|LinkedIn|Post-it|Paint|Kindle|iTunes|Blink|Eko|Loom|Canu|DOC Cop|Appletree|Litchi|HMS|Tadpoles|Magellan|Delphi Technology|Notes|Seesaw|Arena|Surfer|Maple|Director|Painter|Publisher|Windows|Act!|Scheme|Ethereal|Eiffel|J$|Children|Hand held|The General Store|The Observer|Common Curriculum|Google$|Apple$|IDE$|Norton\w*|McAfee)\b/i

function readLists(folder: string, own: Entry[]): Entry[] {
  const file = join(folder, 'skills_vocab.jsonl')
  if (!existsSync(file)) return []
  const taken = new Set(own.flatMap(entry => [entry.name, ...entry.spellings.map(bare)].map(keyOf)))
  const byKey = new Map(
    own.flatMap(entry => entry.spellings.map(spelling => [keyOf(bare(spelling)), entry] as const)),
  )
  const added: Entry[] = []
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const listed: Listed = JSON.parse(line)
    if (listed.kind === 'technology') {
      if (!listed.hot && (listed.occupations ?? 0) < 4) continue
      if (NOT_SKILLS.test(listed.name)) continue
      const entry = cleanProduct(listed)
      const known = entry && byKey.get(keyOf(entry.name.replace(MAKERS, '')))
      if (entry && known) {
        const key = keyOf(entry.name)
        if (!taken.has(key)) known.spellings.push(entry.name)
        taken.add(key)
        continue
      }
      if (!entry || entry.spellings.some(spelling => taken.has(keyOf(bare(spelling))))) continue
      for (const spelling of entry.spellings) taken.add(keyOf(bare(spelling)))
      added.push(entry)
    } else if (listed.kind.startsWith('language:') || listed.kind === 'brand') {
      const entry = byKey.get(keyOf(listed.name))
      for (const alias of entry ? listed.aliases : []) {
        const key = keyOf(alias)
        if (!entry || taken.has(key) || !/^[\x20-\x7e]+$/.test(alias) || key.length < 5) continue
        taken.add(key)
        entry.spellings.push(alias)
      }
    } else if (listed.kind === 'esco:cross-sector' && isNoun(listed.name)) {
      const key = keyOf(listed.name)
      if (taken.has(key)) continue
      taken.add(key)
      const name = listed.name.replace(/(^|[ -])\p{Ll}/gu, first => first.toUpperCase())
      added.push({ name, kind: 't', spellings: [listed.name] })
    }
  }
  return added
}

/** First words of ESCO names that are deeds, or so general that the name says little. */
const NO_FIELD =
  /^(?:types|screw|use|using|the|quality|market|human|work|personal|business|company|customer|team|product|service|local|community|building|general|clinical|social|data|information|apply|inspect|measure|perform|teach|provide|manage|sell|build|create|design|devise|ensure|monitor|administer|solder|analyse|forecast|approve|innovation|energy|room|circus|coffee|leasing|auction|legal|technical|green|cost|computer|track|mine|press|trading|audio|commercial|artificial|lift)$/

/** ESCO names that are fields of knowledge of two or three words ("fluid mechanics"), not deeds ("advise others"). */
function isNoun(name: string): boolean {
  const words = name.split(' ')
  if (words.length < 2 || words.length > 3 || /[^a-z -]/.test(name)) return false
  const last = words.at(-1) ?? ''
  if (NO_FIELD.test(words[0] ?? '') || words.includes('of')) return false
  return /(?:ics|ology|ography|metry|therapy|engineering|chemistry|biology|physics|law|legislation|accounting|modelling|programming|welding|manufacturing|machining|medicine|surgery|nursing|pathology|physiology|anatomy|psychology|economics|geology|design|drawing|testing|photography|auditing|forecasting|rendering|printing|cutting|moulding|casting|forging|sewing|weaving|brewing|mining|drilling|surveying|mapping|analytics|security|networks|robotics)$/.test(
    last,
  )
}

const folder = process.argv[2] ?? '/dev/null'
const own = readOwn()
const seen = new Map<string, string>()
for (const entry of own) {
  for (const spelling of entry.spellings) {
    const key = keyOf(bare(spelling))
    const before = seen.get(key)
    if (before !== undefined && before !== entry.name)
      console.warn(`"${bare(spelling)}" stands for ${before} and ${entry.name}`)
    seen.set(key, entry.name)
  }
}
const all = [...own, ...readLists(folder, own)]
const out = all
  .map(entry => `${entry.name}\t${entry.kind}\t${[...new Set(entry.spellings)].join('|')}`)
  .join('\n')
writeFileSync(new URL('../resources/vocabularies/skills.tsv', import.meta.url), `${out}\n`)
console.log(`${own.length} own skills, ${all.length} in all, ${Buffer.byteLength(out)} bytes`)
