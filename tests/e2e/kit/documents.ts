import { once } from 'node:events'
import { expect, type Locator, type Page } from '@playwright/test'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import PDFDocument from 'pdfkit'
import type { DocumentId, DocumentVersionId } from '../../../main/contract/ids.ts'
import { askCore } from './ask.ts'

/** What a file holds: headings begin with "# ", pages are parted by "---". */
export type Written = readonly string[]

/** A résumé of nobody, on two pages. */
export const RESUME: Written = [
  '# Robin Hale',
  'robin.hale@mail.example · +44 20 7946 0018 · Leeds, United Kingdom',
  '# Experience',
  'Senior Data Engineer, Northlight Instruments',
  '2021-03 – present',
  '• Built the flood model with Python, PostgreSQL and Airflow.',
  '• Moved the warehouse to dbt without a day of standstill.',
  'Data Engineer, Mossbank Estate Ltd',
  '2017-06 – 2021-02',
  '• Kept the ledgers of the roses in PostgreSQL.',
  '---',
  '# Education',
  'BSc Computer Science, University of Leeds, 2014 – 2017',
  '# Skills',
  'Python, PostgreSQL, Airflow, dbt, Docker',
  '# Languages',
  'English (native), German (B2)',
]

/** The bytes of a PDF with these lines; with a password it is locked, as a picture it has no text. */
export async function pdfOf(
  lines: Written,
  { password, picture = false }: { password?: string; picture?: boolean } = {},
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 56,
    compress: false,
    ...(password === undefined ? {} : { userPassword: password, ownerPassword: `${password}!` }),
  })
  const pieces: Buffer[] = []
  pdf.on('data', (piece: Buffer) => pieces.push(piece))
  const end = once(pdf, 'end')
  for (const line of lines) {
    if (line === '---') pdf.addPage()
    // Bars in the place of words: what a scanner leaves, as far as reading goes.
    else if (picture)
      pdf.rect(56, 60 + 18 * lines.indexOf(line), 8 * Math.min(50, line.length), 9).fill('#444')
    else if (line.startsWith('# ')) pdf.font('Helvetica-Bold').fontSize(15).text(line.slice(2))
    else pdf.font('Helvetica').fontSize(10.5).text(line)
  }
  pdf.end()
  await end
  return Buffer.concat(pieces)
}

/** The bytes of a Word file with these lines. */
export function docxOf(lines: Written): Promise<Buffer> {
  const children = lines
    .filter(line => line !== '---')
    .map(line =>
      line.startsWith('# ')
        ? new Paragraph({ text: line.slice(2), heading: HeadingLevel.HEADING_1 })
        : new Paragraph({ text: line }),
    )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

export const documentList = (page: Page): Locator =>
  page.getByRole('list', { name: 'Documents', exact: true })

export const documentRow = (page: Page, name: RegExp | string): Locator =>
  documentList(page).getByRole('listitem', { name })

/** Drops files onto the page, or only hangs them over it. */
export async function dropFiles(
  page: Page,
  files: readonly { name: string; type: string; bytes: Buffer | string }[],
  events: readonly string[] = ['dragenter', 'dragover', 'drop'],
): Promise<void> {
  const given = files.map(({ name, type, bytes }) => ({
    name,
    type,
    data: Buffer.from(bytes).toString('base64'),
  }))
  await page.evaluate(
    ({ given, events }) => {
      const dataTransfer = new DataTransfer()
      for (const { name, type, data } of given) {
        const bytes = Uint8Array.from(atob(data), letter => letter.charCodeAt(0))
        dataTransfer.items.add(new File([bytes], name, { type }))
      }
      const main = document.getElementById('main') ?? document.body
      for (const event of events)
        main.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }))
    },
    { given, events },
  )
}

/** Gives files to the dialog that adds documents. */
export async function giveDocuments(
  page: Page,
  files: readonly { name: string; bytes: Buffer | string }[],
): Promise<void> {
  await page.getByLabel('Documents to add').setInputFiles(
    files.map(({ name, bytes }) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(bytes),
    })),
  )
}

/** Keeps a file without the page's help and waits until it is read, for what a test begins with. */
export async function keepFile(
  page: Page,
  name: string,
  bytes: Buffer,
): Promise<{ documentId: DocumentId; versionId: DocumentVersionId }> {
  const { uploadId } = await askCore(page, 'uploads.begin', { name, size: bytes.length })
  const piece = 512 * 1024
  for (let offset = 0; offset < bytes.length; offset += piece) {
    const data = bytes.subarray(offset, offset + piece).toString('base64')
    await askCore(page, 'uploads.append', { uploadId, offset, data })
  }
  const { documentId, versionId } = await askCore(page, 'documents.add', { uploadId })
  await expect
    .poll(async () => (await askCore(page, 'documents.get', { documentId })).current.reading.state)
    .not.toMatch(/^(?:waiting|reading)$/)
  return { documentId, versionId }
}
