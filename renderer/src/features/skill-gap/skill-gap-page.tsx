import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { SkillGap } from '../../../../main/contract/skill-gap.ts'
import { announce } from '../../app/announce.tsx'
import { ask } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Page, Section } from '../../ui/page.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { DemandSection, type SkillActs } from './demand-section.tsx'
import { LearnSection } from './learn-section.tsx'
import { NothingCounted } from './nothing-counted.tsx'
import { SkillGapFilters } from './skill-gap-filters.tsx'
import { readSkillGapView, type SkillGapView, skillGapQuery, withTried } from './skill-gap-view.ts'
import { basisText, triedSentence } from './skill-gap-words.ts'
import { StandingTiles } from './standing-tiles.tsx'
import { useAddSkill } from './use-add-skill.ts'

/** `/skills`: what the jobs ask for, what the person lacks of it, and what trying a skill would change. */
export function SkillGapPage() {
  const [params] = useSearchParams()
  const view = readSkillGapView(params)
  const utcOffset = -new Date().getTimezoneOffset()
  const { data: campaigns } = useQuery(ask('campaigns', 'list', {}))
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...ask('skillGap', 'get', { ...view, utcOffset }),
    placeholderData: keepPreviousData,
    // Jobs that come in one by one do not count it anew; opening the page does.
    staleTime: 0,
  })
  const navigate = useNavigate()
  const change = (next: SkillGapView) =>
    void navigate({ pathname: '/skills', search: skillGapQuery(next) }, { replace: true })
  const { add, adding } = useAddSkill()
  const acts: SkillActs = {
    onTry: (name, on) => change(withTried(view, name, on)),
    onAdd: add,
    adding,
  }
  // Who has no match yet sees what all jobs ask for, unless something else was chosen.
  const nothingChosen = !params.has('jobs') && !params.has('campaign')
  const showAll = nothingChosen && !isPlaceholderData && data?.jobs === 0
  useEffect(() => {
    if (showAll) change({ ...view, over: 'all' })
  })
  const said = data ? triedSentence(data) : ''
  useEffect(() => {
    if (said !== '') announce(said)
  }, [said])
  return (
    <Page
      title="Skill gap"
      lead={data && data.jobs > 0 ? basisText(view, data) : 'What the jobs ask for and you lack.'}
    >
      <SkillGapFilters view={view} campaigns={campaigns ?? []} onChange={change} />
      {error ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!error && data && !showAll ? <Counted gap={data} view={view} acts={acts} onChange={change} /> : null}
      {!error && (!data || showAll) ? <Shape /> : null}
    </Page>
  )
}

function Counted({
  gap,
  view,
  acts,
  onChange,
}: {
  gap: SkillGap
  view: SkillGapView
  acts: SkillActs
  onChange: (view: SkillGapView) => void
}) {
  if (gap.asking === 0) return <NothingCounted gap={gap} view={view} onChange={onChange} />
  return (
    <div className="flex flex-col gap-4">
      {gap.profile === 0 ? <NoSkillsYet /> : null}
      <StandingTiles gap={gap} />
      {view.tried.length > 0 ? <Trying gap={gap} onClear={() => onChange({ ...view, tried: [] })} /> : null}
      <div className="grid gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] xl:grid-rows-[auto_1fr]">
        <LearnSection gap={gap} acts={acts} className="xl:col-start-2" />
        <DemandSection gap={gap} acts={acts} className="xl:col-start-1 xl:row-span-2 xl:row-start-1" />
        <Unasked names={gap.unasked} className="self-start xl:col-start-2" />
      </div>
    </div>
  )
}

function NoSkillsYet() {
  return (
    <p className="rounded border border-line bg-info-soft px-4 py-2 text-sm">
      Your profile names no skill yet, so none counts as yours.{' '}
      <Link to="/profile" className="text-link">
        Add your skills
      </Link>
      , or use the plus beside a skill below.
    </p>
  )
}

/** What is tried, and the way back to what is. */
function Trying({ gap: { tried, unknown }, onClear }: { gap: SkillGap; onClear: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <span>
        {tried.length > 0 ? (
          <>
            You try <strong className="font-medium">{tried.map(skill => skill.name).join(', ')}</strong>.{' '}
          </>
        ) : null}
        {unknown.length > 0 ? `None of these jobs asks for ${unknown.join(', ')}.` : null}
      </span>
      <Button size="small" onClick={onClear}>
        Stop trying
      </Button>
    </p>
  )
}

/** So many names are written out. */
const NAMES = 20

function Unasked({ names, className }: { names: readonly string[]; className: string }) {
  if (names.length === 0) return null
  const more = names.length - NAMES
  return (
    <Section
      title="Yours, and not asked for"
      className={className}
      lead="Skills of your profile that none of these jobs names. Some may be asked for under another name."
    >
      <p className="text-sm">
        {names.slice(0, NAMES).join(', ')}
        {more > 0 ? ` and ${more} more` : ''}
      </p>
    </Section>
  )
}

function Shape() {
  return (
    <div role="status" aria-label="Counting skills" className="flex flex-col gap-4">
      <Skeleton className="h-24 w-full" />
      <div className="grid gap-4 xl:grid-cols-[2fr_1fr]">
        <Skeleton className="h-96 w-full" />
        <Skeleton className="h-72 w-full" />
      </div>
    </div>
  )
}
