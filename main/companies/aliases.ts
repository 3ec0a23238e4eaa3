import { recordChange, type Undoer } from '../changes/service.ts'
import { refuse } from '../contract/errors.ts'
import { CompanyId, JobId } from '../contract/ids.ts'
import type { Undoable } from '../contract/shapes.ts'
import type { Tx } from '../platform/events/outbox.ts'
import { normaliseCompany } from '../postings/rules/normalise.ts'
import { type JoinedCompany, joinCompany, partCompany, removeEmptyCompany } from './join-store.ts'
import { companyNamed, deleteAlias, findAlias, insertAlias, insertCompany } from './names-store.ts'
import { type Company, findCompany, jobNames, moveJobs } from './store.ts'

/** Other names of a company. Names never delete a job: they only say whose it is. */

function changed(tx: Tx, companyIds: readonly number[], jobIds: readonly number[]): void {
  tx.emit('company.changed', { companyIds: companyIds.map(id => CompanyId.parse(id)) })
  if (jobIds.length > 0) tx.emit('jobs.changed', { jobIds: jobIds.map(id => JobId.parse(id)) })
}

interface Added {
  companyId: number
  normalisedName: string
  joined: JoinedCompany | null
}

/** Gives a company another name; one that is a company of its own is joined into it. */
export function addAlias(tx: Tx, company: Company, name: string): Undoable | null {
  const normalisedName = normaliseCompany(name)
  if (normalisedName === '')
    return refuse('bad_input', 'Write a name with letters or digits.', { field: 'name' })
  if (normalisedName === company.normalised_name)
    return refuse('conflict', `That is the name of ${company.name} already.`, { field: 'name' })
  const known = findAlias(tx.db, normalisedName)
  if (known?.company_id === company.id) return null
  if (known) {
    const owner = findCompany(tx.db, known.company_id)
    return refuse('conflict', `“${name}” is another name of ${owner?.name ?? 'another company'} already.`, {
      field: 'name',
    })
  }
  const other = companyNamed(tx.db, normalisedName)
  const joined = other ? joinCompany(tx.db, other.id, company.id) : null
  insertAlias(tx.db, company.id, normalisedName, other?.name ?? name)
  changed(tx, [company.id], joined?.jobIds ?? [])
  const label = other
    ? `Joined ${other.name} into ${company.name}`
    : `Added the name ${name} to ${company.name}`
  const back: Added = { companyId: company.id, normalisedName, joined }
  return recordChange(tx, label, 'companies.aliasAdded', back)
}

interface Removed {
  companyId: number
  normalisedName: string
  name: string
  /** Where the jobs of that name went; null: there were none. */
  parted: { companyId: number; fresh: boolean; jobIds: number[] } | null
}

/** Takes a name away; jobs that came under it become those of a company of that name. */
export function removeAlias(tx: Tx, company: Company, name: string): Undoable | null {
  const alias = findAlias(tx.db, normaliseCompany(name))
  if (alias?.company_id !== company.id) return null
  deleteAlias(tx.db, alias.normalised_name)
  const jobIds = jobNames(tx.db, company.id)
    .filter(job => normaliseCompany(job.company) === alias.normalised_name)
    .map(job => job.id)
  let parted: Removed['parted'] = null
  if (jobIds.length > 0) {
    const known = companyNamed(tx.db, alias.normalised_name)
    const named = { name: alias.name, normalisedName: alias.normalised_name }
    const companyId =
      known?.id ?? insertCompany(tx.db, { ...named, website: null, industry: null, size_range: null }, tx.now)
    moveJobs(tx.db, jobIds, companyId)
    parted = { companyId, fresh: !known, jobIds }
  }
  changed(tx, parted ? [company.id, parted.companyId] : [company.id], jobIds)
  const back: Removed = {
    companyId: company.id,
    normalisedName: alias.normalised_name,
    name: alias.name,
    parted,
  }
  return recordChange(
    tx,
    `Removed the name ${alias.name} from ${company.name}`,
    'companies.aliasRemoved',
    back,
  )
}

export const aliasUndoers = {
  'companies.aliasAdded': (tx: Tx, { companyId, normalisedName, joined }: Added) => {
    deleteAlias(tx.db, normalisedName)
    const parted = joined && partCompany(tx.db, joined)
    changed(tx, parted === null ? [companyId] : [companyId, parted], joined?.jobIds ?? [])
  },
  'companies.aliasRemoved': (tx: Tx, { companyId, normalisedName, name, parted }: Removed) => {
    if (parted) {
      moveJobs(tx.db, parted.jobIds, companyId)
      if (parted.fresh) removeEmptyCompany(tx.db, parted.companyId)
    }
    insertAlias(tx.db, companyId, normalisedName, name)
    changed(tx, parted ? [companyId, parted.companyId] : [companyId], parted?.jobIds ?? [])
  },
} satisfies Record<string, Undoer>
