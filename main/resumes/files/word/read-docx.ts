import type { Layout, Line } from '../../rules/layout.ts'
import { type DocumentRead, damaged, empty, refused } from '../outcomes.ts'
import { linesOfText } from '../text/text-lines.ts'
import { flowOf } from './body.ts'
import { linesOfFlow } from './flow-lines.ts'
import { withHeaders } from './headers.ts'
import { partsOf, relationsOf } from './parts.ts'
import { stylesOf } from './styles.ts'

/** Reads a Word file: body, tables and text boxes in their order, page headers before them, footers after them. */
export async function readDocx(bytes: Uint8Array): Promise<DocumentRead> {
  const parts = partsOf(bytes)
  if (!parts.ok) return parts.state === 'refused' ? refused(parts.why) : damaged('Word document')
  const main = mainPart(parts.text)
  const body = parts.text(main)
  if (body === null) return damaged('Word document')
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const relationsFor = (part: string) => {
    const at = part.lastIndexOf('/') + 1
    return relationsOf(parts.text(`${part.slice(0, at)}_rels/${part.slice(at)}.rels`))
  }
  const relations = relationsFor(main)
  const styles = stylesOf(parts.text(`${folder}styles.xml`))
  const read = (part: string): Line[] | null => {
    const flow = flowOf(parts.text(part) ?? '', styles, relationsFor(part))
    return flow && linesOfFlow(flow, styles.usual.size)
  }
  const inBody = read(main)
  if (inBody === null) return refused('This Word document is nested deeper than can be read.')
  const targetsOf = (kind: string): string[] =>
    [...relations.values()].filter(one => one.kind === kind).map(one => partPath(folder, one.target))
  const headers = targetsOf('header').flatMap(part => read(part) ?? [])
  const footers = targetsOf('footer').flatMap(part => read(part) ?? [])
  const lines = withHeaders(inBody, headers, footers)
  if (lines.length === 0 && !body.includes('<w:')) lines.push(...(await linesByMammoth(bytes)))
  if (lines.length === 0) return empty
  const layout: Layout = {
    format: 'docx',
    pages: null,
    lines,
    links: [],
    title: titleOf(parts.text('docProps/core.xml')),
    remarks: [],
  }
  return { state: 'read', message: null, layout }
}

/** Files of rare programs name their elements otherwise; mammoth goes by what the names stand for. */
async function linesByMammoth(bytes: Uint8Array): Promise<Line[]> {
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) })
  return linesOfText(value.replace(/\n\n/g, '\n'))
}

const partPath = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : `${folder}${target}`.replace(/[^/]+\/\.\.\//g, '')

function mainPart(text: (path: string) => string | null): string {
  const main = [...relationsOf(text('_rels/.rels')).values()].find(one => one.kind === 'officeDocument')
  return main ? partPath('', main.target) : 'word/document.xml'
}

function titleOf(core: string | null): string | null {
  const title = /<dc:title[^>]*>([^<]{1,300})<\/dc:title>/.exec(core ?? '')?.[1]?.trim()
  return title === undefined || title === '' ? null : title
}
