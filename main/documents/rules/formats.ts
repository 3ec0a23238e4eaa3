import type { DocumentFormat } from '../../contract/documents.ts'

/** How each format is told to others. */
export const MEDIA_TYPES: Readonly<Record<DocumentFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  rtf: 'application/rtf',
  txt: 'text/plain',
  md: 'text/markdown',
  json_resume: 'application/json',
}

/** The ending that files of each format are given. */
export const ENDINGS: Readonly<Record<DocumentFormat, string>> = {
  pdf: '.pdf',
  docx: '.docx',
  doc: '.doc',
  rtf: '.rtf',
  txt: '.txt',
  md: '.md',
  json_resume: '.json',
}
