import type { SkillGap } from '../../../../main/contract/skill-gap.ts'
import { Cell, Table } from '../../ui/table.tsx'
import { count, monthText, shareText } from './skill-gap-words.ts'

/** The numbers of the chart, with those of each month. */
export function DemandTable({ gap: { skills, months, asking } }: { gap: SkillGap }) {
  const number = (label: string) => ({ label, number: true as const })
  const short = months.map(({ month }) => monthText(month, 'short'))
  return (
    <Table
      caption="Skills, the most asked first"
      className="max-h-112 overflow-y-auto"
      head={[
        'Skill',
        ...['Jobs', 'Part', 'Required', 'A plus'].map(number),
        'Yours',
        number('Opens'),
        ...short.map(number),
      ]}
    >
      <tr>
        <Cell heading className="whitespace-nowrap text-ink-2">
          Jobs that ask for any
        </Cell>
        <Cell number>{count(asking)}</Cell>
        <Cell number />
        <Cell number />
        <Cell number />
        <Cell />
        <Cell number />
        {months.map(({ month, jobs }) => (
          <Cell key={month} number>
            {count(jobs)}
          </Cell>
        ))}
      </tr>
      {skills.map(skill => (
        <tr key={skill.name}>
          <Cell heading className="min-w-28">
            {skill.name}
          </Cell>
          <Cell number>{count(skill.jobs)}</Cell>
          <Cell number>{shareText(skill.jobs, asking)}</Cell>
          <Cell number>{count(skill.required)}</Cell>
          <Cell number>{count(skill.jobs - skill.required)}</Cell>
          <Cell>{skill.have ? 'Yes' : skill.tried ? 'Tried' : 'No'}</Cell>
          <Cell number>{skill.have ? '' : count(skill.opens)}</Cell>
          {months.map(({ month, jobs }, index) => (
            <Cell key={month} number>
              {jobs === 0 ? '–' : count(skill.monthly[index] ?? 0)}
            </Cell>
          ))}
        </tr>
      ))}
    </Table>
  )
}
