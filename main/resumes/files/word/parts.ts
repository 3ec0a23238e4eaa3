import { unzipSync } from 'fflate'

/** The parts of a Word file, or why they are not unpacked, in a sentence. */
export type Parts =
  | { ok: true; text: (path: string) => string | null; names: string[] }
  | { ok: false; state: 'refused' | 'damaged'; why: string }

/** A Word file with pictures stays far below; a bomb says its size before it is unpacked. */
const MOST_UNPACKED = 60 * 1024 * 1024
/** One part of text; a thesis has two or three. */
const MOST_PART = 24 * 1024 * 1024
const MOST_ENTRIES = 5000

/** Looks at the sizes that a zip states before anything is unpacked, and unpacks its parts of text only. */
export function partsOf(bytes: Uint8Array): Parts {
  const sizes = new Map<string, number>()
  let total = 0
  let count = 0
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        count++
        total += originalSize
        if (count <= MOST_ENTRIES) sizes.set(name, originalSize)
        return false
      },
    })
  } catch {
    return { ok: false, state: 'damaged', why: '' }
  }
  if (count > MOST_ENTRIES)
    return refuse(`This Word document is made of ${count} parts; ${MOST_ENTRIES} at most are read.`)
  if (total > MOST_UNPACKED)
    return refuse(
      `This Word document unpacks to ${Math.round(total / 1024 / 1024)} MB; ${MOST_UNPACKED / 1024 / 1024} MB at most are read.`,
    )
  const wanted = [...sizes].filter(([name]) => /\.(?:xml|rels)$/i.test(name))
  if (wanted.some(([, size]) => size > MOST_PART))
    return refuse('This Word document has a part that is too large to be read.')
  const names = new Set(wanted.map(([name]) => name))
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => names.has(name) })
    const texts = new Map<string, string>()
    for (const name of names) {
      const part = unpacked[name]
      if (!part) continue
      const text = decode(part)
      // No program that writes Word files declares a document type; entities and what they fetch come with one.
      if (/<!(?:DOCTYPE|ENTITY)/i.test(text.slice(0, 100_000)))
        return refuse('This Word document declares entities, which may read other files. It was not read.')
      texts.set(name.toLowerCase(), text)
    }
    return { ok: true, text: path => texts.get(path.toLowerCase()) ?? null, names: [...names] }
  } catch {
    return { ok: false, state: 'damaged', why: '' }
  }
}

const refuse = (why: string): Parts => ({ ok: false, state: 'refused', why })

function decode(part: Uint8Array): string {
  const [first, second] = part
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part)
  return new TextDecoder().decode(part)
}

/** Targets of a part's relations by their ids, with their kind (the last word of the type's address). */
export function relationsOf(xml: string | null): Map<string, { kind: string; target: string }> {
  const relations = new Map<string, { kind: string; target: string }>()
  for (const [tag] of (xml ?? '').matchAll(/<Relationship\b[^>]{0,6000}>/g)) {
    const id = attribute(tag, 'Id')
    const target = attribute(tag, 'Target')
    if (id && target)
      relations.set(id, { kind: attribute(tag, 'Type')?.split('/').pop() ?? '', target: unescaped(target) })
  }
  return relations
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1]

const unescaped = (text: string): string =>
  text
    .replace(
      /&(lt|gt|quot|apos);/g,
      (_, name: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'" })[name] ?? '',
    )
    .replaceAll('&amp;', '&')
