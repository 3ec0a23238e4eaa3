import { Check, Plus } from 'lucide-react'
import { useState } from 'react'
import type { SkillDemand, SkillGap } from '../../../../main/contract/skill-gap.ts'
import { type DemandBar, DemandBars, DemandLegend } from '../../charts/demand-bars.tsx'
import { Sparkline } from '../../charts/sparkline.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Section } from '../../ui/page.tsx'
import { Checkbox } from '../../ui/toggles.tsx'
import { DemandTable } from './demand-table.tsx'
import { count, demandSentence, jobsText, shareText, trendText } from './skill-gap-words.ts'

/** Bars that are shown before the person asks for more. */
const FIRST = 25

export interface SkillActs {
  onTry: (name: string, on: boolean) => void
  onAdd: (name: string) => void
  /** The skill that is being added right now. */
  adding: string | null
}

/** What the jobs ask for, the most asked first: bars, and a table on demand. */
export function DemandSection({
  gap,
  acts,
  className,
}: {
  gap: SkillGap
  acts: SkillActs
  className: string
}) {
  const [all, setAll] = useState(false)
  const { skills, months, asking, asked } = gap
  const shown = all ? skills : skills.slice(0, FIRST)
  const trends = months.filter(month => month.jobs > 0).length > 1
  return (
    <Section
      title="What the jobs ask for"
      lead={`${demandSentence(gap)} n = ${count(asking)}`}
      className={className}
    >
      <DemandLegend full="Required" hollow="A plus">
        <span className="inline-flex items-center gap-1">
          <Check aria-hidden className="size-3.5 text-good" strokeWidth={2.5} />
          In your profile
        </span>
        <span>Tick another to try it</span>
        {trends ? <span className="hidden md:inline">Line: part of the jobs of each month</span> : null}
      </DemandLegend>
      <DemandBars
        title="Skills by how many jobs ask for them"
        bars={shown.map(skill => barOf(skill, gap, trends, acts))}
        longest={skills[0]?.jobs ?? 0}
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2">
        {skills.length > FIRST ? (
          <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? `Show the first ${FIRST}` : `Show ${skills.length - FIRST} more`}
          </Button>
        ) : null}
        {asked > skills.length ? (
          <span className="text-xs text-ink-3">
            The {skills.length} most asked of {count(asked)} skills.
          </span>
        ) : null}
      </div>
      <Disclosure label="Show as a table">
        <DemandTable gap={gap} />
      </Disclosure>
    </Section>
  )
}

function barOf(skill: SkillDemand, gap: SkillGap, trends: boolean, acts: SkillActs): DemandBar {
  const { name, jobs, required, have, tried, monthly } = skill
  const share = shareText(jobs, gap.asking)
  return {
    key: name,
    name,
    full: required,
    hollow: jobs - required,
    label: `${count(jobs)} · ${share}`,
    words: `${jobsText(jobs)}, ${share}; required by ${count(required)}`,
    lit: tried,
    mark: have ? (
      <Check role="img" aria-label="In your profile" className="size-4 text-good" strokeWidth={2.5} />
    ) : (
      <Checkbox hideLabel label={`Try ${name}`} checked={tried} onChange={on => acts.onTry(name, on)} />
    ),
    trend: trends ? (
      <Sparkline
        words={trendText(monthly, gap.months)}
        values={gap.months.map((month, index) =>
          month.jobs === 0 ? null : (monthly[index] ?? 0) / month.jobs,
        )}
      />
    ) : null,
    act: have ? null : (
      <IconButton
        label={`Add ${name} to your profile`}
        icon={Plus}
        aria-disabled={acts.adding === name || undefined}
        onClick={event => {
          // The button goes away; the row stays.
          event.currentTarget.closest('li')?.focus()
          acts.onAdd(name)
        }}
      />
    ),
  }
}
