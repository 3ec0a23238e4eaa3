import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { LARGEST_TEXT } from '../../contract/by-hand.ts'
import type { FileLook, ImportPreview } from '../../contract/imports.ts'
import { bodyText } from '../adapters/reading.ts'
import { readPastedText } from '../rules/pasted-text.ts'
import { previewFile } from './preview.ts'
import { isHtmlFile } from './read-page.ts'

/** What is looked at to tell a page from a table, bytes. */
const HEAD_BYTES = 64 * 1024
/** A UTF-16 letter takes two bytes; a longer file is no text of one posting. */
const MAX_TEXT_BYTES = LARGEST_TEXT * 2
const TABLE_NAME = /\.(?:jsonl?|ndjson|csv|tsv)$/i

/** Looks into a file and says which way it goes in: rows of postings, a saved page, or the text of one posting. */
export async function lookAtFile(path: string, name: string): Promise<FileLook> {
  if (isHtmlFile(await startOf(path, HEAD_BYTES))) return { way: 'page' }
  const preview = await previewFile(createReadStream(path, { highWaterMark: 256 * 1024 }), name)
  if (preview.usable > 0 || TABLE_NAME.test(name) || !mayBeText(preview)) return { way: 'table', preview }
  const bytes = await startOf(path, MAX_TEXT_BYTES + 1)
  if (bytes.length > MAX_TEXT_BYTES) return { way: 'table', preview }
  const text = bodyText({ body: bytes, headers: {} })
  if (text.length > LARGEST_TEXT) return { way: 'table', preview }
  const { title, company, location, url } = readPastedText(text)
  return { way: 'text', text, facts: { title, company, location, url } }
}

/** Prose is no table at all, or looks like one by its commas; JSON and what is no text are neither. */
const mayBeText = ({ format, problem }: ImportPreview): boolean =>
  problem === undefined ? format === 'csv' : problem.code === 'file_not_postings' && format !== 'json'

/** The first bytes of a file. */
async function startOf(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
