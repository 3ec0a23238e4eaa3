import type { CampaignId } from '../../../../main/contract/ids.ts'
import type { Explanation } from '../../../../main/contract/ranking.ts'
import type { JobView, MatchView } from '../../../../main/contract/shapes.ts'
import { evidenceText, factorText, pointsText, sureSentence } from '../../ui/explanation-text.ts'
import { Bar, MATCH_PART_LABELS } from '../../ui/match-bars.tsx'
import { Section } from '../../ui/page.tsx'
import { Ahead, CompareFactors } from './compare-factors.tsx'
import { CompareFacts } from './compare-facts.tsx'
import { factorDifferences } from './compare-rules.ts'
import { decidingSentence, type Named } from './compare-sentence.ts'

/** What decides between two jobs that are there: by the campaign's factors, by the profile, by their facts. */
export function Comparison({
  first,
  second,
  names,
  campaignId,
}: {
  first: JobView
  second: JobView
  names: [Named, Named]
  /** A campaign that ranked both; null: there is none. */
  campaignId: CampaignId | null
}) {
  const ranking = (view: JobView) => view.rankings.find(one => one.campaignId === campaignId)
  const [one, other] = [ranking(first), ranking(second)]
  return (
    <>
      {one && other ? (
        <ByFactor one={one.explanation} other={other.explanation} names={names} campaign={one.campaignName} />
      ) : (
        <p role="status" className="text-base text-ink-2">
          No campaign has ranked both jobs, so their scores cannot be compared. Their facts can.
        </p>
      )}
      {first.match && second.match ? <ByMatch one={first.match} other={second.match} names={names} /> : null}
      <Section title="Facts">
        <CompareFacts first={first} second={second} names={names} />
      </Section>
    </>
  )
}

function ByFactor({
  one,
  other,
  names,
  campaign,
}: {
  one: Explanation
  other: Explanation
  names: [Named, Named]
  campaign: string
}) {
  const differences = factorDifferences(one, other)
  const sides = [
    { name: names[0], explanation: one },
    { name: names[1], explanation: other },
  ]
  return (
    <>
      <p className="max-w-prose text-lg" data-decides>
        {decidingSentence(names, [one.score, other.score], differences)}
      </p>
      <ul className="flex flex-col gap-1 text-sm text-ink-2 empty:hidden">
        {sides.flatMap(({ name, explanation }) => [
          ...(explanation.ineligible.length > 0
            ? [
                <li key={`${name.short} hidden`}>
                  The campaign’s rules speak against <span className="font-medium">{name.full}</span>:{' '}
                  {explanation.ineligible.map(one => one.reason.replace(/\.$/, '')).join('; ')}.
                </li>,
              ]
            : []),
          ...(explanation.less_sure
            ? [
                <li key={name.short}>
                  <span className="font-medium">{name.full}.</span> {sureSentence(explanation)}
                </li>,
              ]
            : []),
        ])}
      </ul>
      <Section
        title="Factor by factor"
        lead={`For ${campaign}. Both are measured on one scale; what one posting does not state counts as that job’s own average.`}
      >
        <CompareFactors differences={differences} names={names} />
        <p className="flex flex-wrap items-center justify-between gap-2 border-t border-control pt-3 text-sm">
          <span className="font-medium">Together</span>
          <span className="text-ink-2">
            {pointsText(one.score)} against {pointsText(other.score)}
          </span>
          <Ahead difference={Math.round((one.score - other.score) * 10) / 10} names={names} />
        </p>
      </Section>
    </>
  )
}

function ByMatch({ one, other, names }: { one: MatchView; other: MatchView; names: [Named, Named] }) {
  return (
    <Section
      title="Match to your profile"
      lead={`${Math.round(one.score)} of 100 against ${Math.round(other.score)} of 100.`}
    >
      <ul aria-label="Match side by side" className="flex flex-col">
        {one.parts.map(part => {
          const beside = other.parts.find(found => found.part === part.part)
          return (
            <li
              key={part.part}
              className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-2 border-b border-line py-3 last:border-b-0 @min-[44rem]:grid-cols-[8rem_minmax(0,1fr)_5rem_minmax(0,1fr)]"
            >
              <h3 className="text-sm font-medium">{MATCH_PART_LABELS[part.part]}</h3>
              <PartSide name={names[0]} part={part} />
              {beside ? (
                <div className="@min-[44rem]:col-start-4">
                  <PartSide name={names[1]} part={beside} />
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function PartSide({ name, part }: { name: Named; part: MatchView['parts'][number] }) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <p className="flex items-baseline justify-between gap-2 text-sm">
        <span className="min-w-0 truncate text-xs text-ink-3 @min-[44rem]:sr-only">{name.short}</span>
        <span className={part.state === 'known' ? 'text-ink-2' : 'text-ink-3'}>{factorText(part)}</span>
      </p>
      <Bar share={part.state === 'known' && part.max > 0 ? part.points / part.max : null} />
      <p className="text-sm break-words text-ink-2">{evidenceText(part)}</p>
    </div>
  )
}
