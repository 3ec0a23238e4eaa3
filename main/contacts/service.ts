import { z } from 'zod'
import { recordChange, type Undoer } from '../changes/service.ts'
import { type ContactDraft, ContactId } from '../contract/applications.ts'
import { refuse } from '../contract/errors.ts'
import { JobId } from '../contract/ids.ts'
import type { Db } from '../platform/db/connection.ts'
import type { RowChange } from '../platform/db/kept-rows.ts'
import type { Commands, Queries } from '../platform/dispatch.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { folded } from '../postings/rules/clean-text.ts'
import {
  type ContactRow,
  contacts,
  jobTitle,
  type LinkRow,
  linkBetween,
  links,
  linksOf,
  pageOfContacts,
} from './store.ts'

export { addresseesOf, contactsOfJob } from './store.ts'

const Cursor = z.tuple([z.string(), z.number().int()])

function afterCursor(text: string | null): readonly [string, number] {
  try {
    return text === null ? ['', 0] : Cursor.parse(JSON.parse(text))
  } catch {
    return ['', 0]
  }
}

export const contactQueries = {
  'contacts.list': ({ db }, { text, cursor, limit }) => {
    const rows = pageOfContacts(db, text, afterCursor(cursor), limit + 1)
    const page = rows.slice(0, limit)
    const last = page.at(-1)
    return { rows: page, cursor: rows.length > limit && last ? JSON.stringify([last.name, last.id]) : null }
  },
} satisfies Partial<Queries>

/** What a change did to a contact (null: nothing) and to its jobs. */
interface ContactChange {
  contact: RowChange<ContactRow> | null
  links: RowChange<LinkRow>[]
}

const known = (db: Db, contactId: number): ContactRow =>
  contacts.find(db, contactId) ?? refuse('not_found', 'This contact does not exist any more.')

const knownJob = (db: Db, jobId: number): string =>
  jobTitle(db, jobId) ?? refuse('not_found', 'This job does not exist any more.')

const withWords = (draft: ContactDraft, createdAt: string): Omit<ContactRow, 'id'> => ({
  ...draft,
  words: folded(`${draft.name} ${draft.role} ${draft.email}`),
  created_at: createdAt,
})

const tell = (tx: Tx, jobIds: readonly number[]): void =>
  tx.emit('contact.changed', { jobIds: [...new Set(jobIds)].map(jobId => JobId.parse(jobId)) })

const jobsOfLinks = (rows: readonly LinkRow[]): number[] => rows.map(row => row.job_id)

export const contactCommands = {
  'contacts.save': (context, { contactId, contact, jobId }) =>
    context.unit(tx => {
      if (jobId !== null) knownJob(tx.db, jobId)
      const before = contactId === null ? null : known(tx.db, contactId)
      const row = withWords(contact, before?.created_at ?? tx.now)
      const after = before === null ? contacts.add(tx.db, row) : { ...row, id: before.id }
      const changed =
        before === null ||
        Object.entries(row).some(([key, value]) => before[key as keyof ContactRow] !== value)
      if (before !== null && changed) contacts.put(tx.db, after)
      const id = ContactId.parse(after.id)
      const link =
        jobId === null || linkBetween(tx.db, id, jobId) !== undefined
          ? null
          : links.add(tx.db, { contact_id: id, job_id: jobId, at: tx.now })
      if (!changed && link === null) return { contactId: id, undo: null }
      tell(tx, jobsOfLinks(linksOf(tx.db, id)))
      const change: ContactChange = {
        contact: changed ? { before, after } : null,
        links: link === null ? [] : [{ before: null, after: link }],
      }
      const label = `${before === null ? 'Added' : 'Changed'} ${contact.name}`
      return { contactId: id, undo: recordChange(tx, label, 'contacts.change', change) }
    }),
  'contacts.setJob': (context, { contactId, jobId, linked }) =>
    context.unit(tx => {
      const { name } = known(tx.db, contactId)
      const title = knownJob(tx.db, jobId)
      const before = linkBetween(tx.db, contactId, jobId) ?? null
      if (linked === (before !== null)) return { undo: null }
      if (before !== null) links.remove(tx.db, before.id)
      const after = linked ? links.add(tx.db, { contact_id: contactId, job_id: jobId, at: tx.now }) : null
      tell(tx, [jobId])
      const change: ContactChange = { contact: null, links: [{ before, after }] }
      const label = linked ? `Added ${name} to ${title}` : `Removed ${name} from ${title}`
      return { undo: recordChange(tx, label, 'contacts.change', change) }
    }),
  'contacts.remove': (context, { contactId }) =>
    context.unit(tx => {
      const before = known(tx.db, contactId)
      const gone = linksOf(tx.db, contactId)
      contacts.remove(tx.db, contactId)
      tell(tx, jobsOfLinks(gone))
      const change: ContactChange = {
        contact: { before, after: null },
        links: gone.map(link => ({ before: link, after: null })),
      }
      return { undo: recordChange(tx, `Removed ${before.name}`, 'contacts.change', change) }
    }),
} satisfies Partial<Commands>

export const contactUndoers = {
  'contacts.change': (tx: Tx, change: ContactChange) => {
    const { db } = tx
    const added = change.contact !== null && change.contact.before === null
    const rows = change.links.flatMap(({ before, after }) => before ?? after ?? [])
    // A contact that was added goes with its jobs; one that was changed since stays, with them.
    if (change.contact !== null) {
      const id = (change.contact.before ?? change.contact.after)?.id ?? 0
      const linked = added ? linksOf(db, id).map(link => link.id) : []
      const foreign = linked.some(link => !change.links.some(({ after }) => after?.id === link))
      if (foreign || !contacts.takeBack(db, change.contact)) return
    }
    for (const link of change.links) {
      const { before } = link
      // Its job or contact may be gone, or somebody linked the two again.
      if (
        before !== null &&
        (!contacts.find(db, before.contact_id) || jobTitle(db, before.job_id) === undefined)
      )
        continue
      if (before !== null && linkBetween(db, before.contact_id, before.job_id)) continue
      links.takeBack(db, link)
    }
    tell(tx, jobsOfLinks(rows))
  },
} satisfies Record<string, Undoer>
