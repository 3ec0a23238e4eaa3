import type { CompanyShow, CompanySort } from '../../../../main/contract/companies.ts'

/** What the list of companies shows; it stands in the address, so that back and links bring it back. */
export interface CompaniesView {
  text: string
  show: CompanyShow
  sort: CompanySort
}

/** The view that an address asks for; what cannot be read counts as absent. */
export function readCompaniesView(params: URLSearchParams): CompaniesView {
  const show = params.get('show')
  return {
    text: params.get('q') ?? '',
    show: show === 'favourites' || show === 'blocked' ? show : 'all',
    sort: params.get('sort') === 'name' ? 'name' : 'jobs',
  }
}

/** The query of a view's address, with "?" and without what is plain; '' for the plain view. */
export function companiesQuery({ text, show, sort }: CompaniesView): string {
  const params = new URLSearchParams()
  if (text !== '') params.set('q', text)
  if (show !== 'all') params.set('show', show)
  if (sort !== 'jobs') params.set('sort', sort)
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}
