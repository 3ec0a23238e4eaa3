import type { CompanyId } from '../../../../main/contract/ids.ts'
import { announce } from '../../app/announce.tsx'
import { useChange } from '../../app/changes.ts'
import { client } from '../../app/core.ts'

/** What is marked: enough of a company to say its name and turn its marks. */
export interface MarkedCompany {
  id: CompanyId
  name: string
  favourite: boolean
  blocked: boolean
}

/** Marks of companies; each can be taken back, and the pages follow by events. */
export function useCompanyActs() {
  const favourite = useChange(client.companies.setFavourite)
  const blocked = useChange(client.companies.setBlocked)
  return {
    toggleFavourite: (company: MarkedCompany) => {
      announce(`${company.name}: ${company.favourite ? 'no favourite' : 'favourite'}`)
      favourite.mutate({ companyIds: [company.id], favourite: !company.favourite })
    },
    toggleBlocked: (company: MarkedCompany) => {
      announce(`${company.name}: ${company.blocked ? 'not blocked' : 'blocked'}`)
      blocked.mutate({ companyIds: [company.id], blocked: !company.blocked })
    },
    /** Blocks the companies of several jobs at once. */
    block: (companyIds: readonly CompanyId[]) => {
      const [...ids] = new Set(companyIds)
      if (ids.length > 0) blocked.mutate({ companyIds: ids.slice(0, 200), blocked: true })
    },
  }
}

export type CompanyActs = ReturnType<typeof useCompanyActs>
