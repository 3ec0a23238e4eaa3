import { useQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { type JobFacets, UNSTATED } from '../../../../main/contract/job-filter.ts'
import { STATUS_LABELS } from '../../../../main/contract/labels.ts'
import {
  JOB_STATUSES,
  JOB_TYPES,
  REMOTE_OPTIONS,
  SENIORITY_LEVELS,
} from '../../../../main/contract/values.ts'
import { ask } from '../../app/core.ts'
import { StatusBadge } from '../../ui/status.tsx'
import { FoundFilter, PostedFilter } from './date-filter.tsx'
import { FacetBox, FacetList, type FacetOption } from './facet-list.tsx'
import { countryLabel, levelLabel, remoteLabel, typeLabel } from './filter-words.ts'
import { type JobsView, OPEN_STATUSES, showsWaiting } from './jobs-view.ts'
import { LeastSlider } from './least-slider.tsx'
import { PayFilter } from './pay-filter.tsx'

interface PanelProps {
  view: JobsView
  /** Undefined: not known yet; boxes then stand without numbers. */
  facets: JobFacets | undefined
  currency: string
  onCurrency: (currency: string) => void
  onChange: (view: JobsView) => void
}

/** Every filter of the jobs list; all narrow together. */
export function FilterPanel({ view, facets, currency, onCurrency, onChange }: PanelProps) {
  const set = (change: Partial<JobsView>) => onChange({ ...view, ...change })
  const toggle = (part: 'favourite' | 'unread' | 'open' | 'ineligible') => set({ [part]: !view[part] })
  return (
    <div className="flex flex-col">
      <Part title="Status" open>
        <FacetList
          label="Status"
          options={known(JOB_STATUSES, facets?.statuses, status => STATUS_LABELS[status]).map(one => ({
            ...one,
            face: <StatusBadge status={one.value} />,
          }))}
          chosen={view.statuses.length > 0 ? view.statuses : OPEN_STATUSES}
          onChange={chosen => {
            const next = JOB_STATUSES.filter(status => chosen.includes(status))
            const plain =
              next.length === OPEN_STATUSES.length && OPEN_STATUSES.every(status => next.includes(status))
            set({ statuses: plain ? [] : next })
          }}
        />
      </Part>
      <Part title="Mine" open>
        <FacetBox label="Unread" n={facets?.unread} checked={view.unread} onToggle={() => toggle('unread')} />
        <FacetBox
          label="Favourites"
          n={facets?.favourite}
          checked={view.favourite}
          onToggle={() => toggle('favourite')}
        />
        <FacetBox label="Not closed" n={facets?.open} checked={view.open} onToggle={() => toggle('open')} />
        <FacetBox
          label="Show what rules hide"
          n={facets?.ineligible}
          checked={view.ineligible}
          disabled={!showsWaiting(view)}
          onToggle={() => toggle('ineligible')}
        />
      </Part>
      <Part title="Remote or on site" open>
        <FacetList
          label="Remote or on site"
          options={known([...REMOTE_OPTIONS, UNSTATED], facets?.remote, remoteLabel)}
          chosen={view.remote}
          onChange={remote => set({ remote })}
        />
      </Part>
      <Part title="Yearly pay" open>
        <PayFilter {...{ view, currency, onCurrency, onChange }} scale={facets?.salary} />
      </Part>
      <Part title="Place" open={view.countries.length + view.cities.length > 0 || facets !== undefined}>
        <FacetList
          label="Country"
          searched="Find a country"
          options={found(view.countries, facets?.countries, countryLabel)}
          chosen={view.countries}
          onChange={countries => set({ countries })}
        />
        <h4 className="pt-2 text-xs text-ink-3">City</h4>
        <FacetList
          label="City"
          searched="Find a city"
          options={found(view.cities, facets?.cities, city => city)}
          chosen={view.cities}
          onAdd={city => set({ cities: [...view.cities, city] })}
          onChange={cities => set({ cities })}
        />
      </Part>
      <Part title="When" open>
        <div className="flex flex-col gap-3">
          <FoundFilter view={view} onChange={onChange} />
          <PostedFilter view={view} onChange={onChange} />
        </div>
      </Part>
      <Part title="Score and match" open>
        <LeastSlider label="Lowest score" value={view.minScore} onChange={minScore => set({ minScore })} />
        <LeastSlider label="Lowest match" value={view.minMatch} onChange={minMatch => set({ minMatch })} />
      </Part>
      <Part title="Employment type" open={view.jobTypes.length > 0}>
        <FacetList
          label="Employment type"
          options={known([...JOB_TYPES, UNSTATED], facets?.jobTypes, typeLabel)}
          chosen={view.jobTypes}
          onChange={jobTypes => set({ jobTypes })}
        />
      </Part>
      <Part title="Level" open={view.levels.length > 0}>
        <FacetList
          label="Level"
          options={known([...SENIORITY_LEVELS, UNSTATED], facets?.levels, levelLabel)}
          chosen={view.levels}
          onChange={levels => set({ levels })}
        />
      </Part>
      <Part title="Company" open={view.companyIds.length > 0}>
        <CompanyFacet
          counted={facets?.companies}
          chosen={view.companyIds}
          onChange={companyIds => set({ companyIds })}
        />
      </Part>
      <Part title="Source" open={view.sourceIds.length > 0}>
        <FacetList
          label="Source"
          searched="Find a source"
          options={named(facets?.sources)}
          chosen={view.sourceIds}
          onChange={sourceIds => set({ sourceIds })}
        />
      </Part>
      <Part title="Found by campaign" open={view.foundBy.length > 0}>
        <FacetList
          label="Found by campaign"
          searched="Find a campaign"
          options={named(facets?.campaigns)}
          chosen={view.foundBy}
          onChange={foundBy => set({ foundBy })}
        />
      </Part>
    </div>
  )
}

type Counts<V> = readonly { value: V; n: number }[]

/** All values of a vocabulary in its order; those without a count have none once counts are there. */
function known<V extends string>(
  values: readonly V[],
  counts: Counts<V> | undefined,
  label: (value: V) => string,
): FacetOption<V>[] {
  return values.map(value => ({
    value,
    label: label(value),
    n: counts && (counts.find(one => one.value === value)?.n ?? 0),
  }))
}

/** The values that jobs have, the most frequent first, and the chosen ones in any case. */
function found<V extends string>(
  chosen: readonly V[],
  counts: Counts<V> | undefined,
  label: (value: V) => string,
): FacetOption<V>[] {
  const counted = counts ?? []
  const missing = chosen.filter(value => !counted.some(one => one.value === value))
  return [
    ...counted.map(({ value, n }) => ({ value, label: label(value), n })),
    ...missing.map(value => ({ value, label: label(value), n: counts ? 0 : undefined })),
  ]
}

const named = <V extends number>(counts: readonly { value: V; name: string; n: number }[] | undefined) =>
  (counts ?? []).map(({ value, name, n }) => ({ value, label: name, n }))

type CompanyId = JobsView['companyIds'][number]

/** The companies with the most jobs, and by typing every other. */
function CompanyFacet({
  counted,
  chosen,
  onChange,
}: {
  counted: JobFacets['companies'] | undefined
  chosen: CompanyId[]
  onChange: (chosen: CompanyId[]) => void
}) {
  const [text, setText] = useState('')
  const asked = useDeferredValue(text.trim())
  const { data } = useQuery({
    ...ask('search', 'suggest', { text: asked, kinds: ['company'], limit: 10 }),
    enabled: asked.length > 1,
  })
  const options: FacetOption<CompanyId>[] = named(counted)
  const others = (data ?? []).flatMap(one =>
    one.kind === 'company' && !options.some(option => option.value === one.companyId)
      ? [{ value: one.companyId, label: one.text, n: undefined }]
      : [],
  )
  return (
    <FacetList
      label="Company"
      searched="Find a company"
      options={asked.length > 1 ? [...options, ...others] : options}
      chosen={chosen}
      onText={setText}
      onChange={onChange}
    />
  )
}

/** A part of the panel that folds; it opens by itself where something is chosen in it. */
function Part({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const [folded, setFolded] = useState<boolean | null>(null)
  const unfolded = folded === null ? open : !folded
  return (
    <section className="border-b border-line px-4 py-1.5 last:border-b-0">
      <h3>
        <button
          type="button"
          aria-expanded={unfolded}
          onClick={() => setFolded(unfolded)}
          className="flex min-h-7 w-full items-center gap-1 rounded-sm text-sm font-medium"
        >
          <ChevronRight
            aria-hidden
            className={`size-3.5 text-ink-3 transition-transform ${unfolded ? 'rotate-90' : ''}`}
          />
          {title}
        </button>
      </h3>
      {unfolded ? <div className="pt-0.5 pb-2">{children}</div> : null}
    </section>
  )
}
