import clsx from 'clsx'
import { EyeOff } from 'lucide-react'
import { useId, useState } from 'react'
import { FACTOR_LABELS, FACTOR_SHORT_LABELS, FACTOR_STATE_LABELS } from '../../../main/contract/labels.ts'
import type { Explanation, FactorExplanation, Ineligibility } from '../../../main/contract/ranking.ts'
import { Disclosure } from './disclosure.tsx'
import {
  asSentence,
  evidenceText,
  explanationSentence,
  factorText,
  sureSentence,
} from './explanation-text.ts'
import { Cell, Table } from './table.tsx'

/**
 * Why a job has its score: first what hides it, then one bar whose segments are the factors. A segment is as wide as
 * the points it could bring and filled as far as it brought them; a press shows its evidence below. What was not
 * compared stands under the bar. The same as a table on demand.
 */
export function ExplanationBar({ explanation }: { explanation: Explanation }) {
  const [open, setOpen] = useState<string | null>(null)
  const id = useId()
  const known = explanation.factors.filter(one => one.state === 'known')
  const others = explanation.factors.filter(one => one.state !== 'known')
  const chosen = explanation.factors.find(one => one.factor === open)
  return (
    <div className="flex flex-col gap-2">
      <IneligibleReasons reasons={explanation.ineligible} />
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not a form */}
      <div
        role="group"
        aria-label={`Score ${Math.round(explanation.score)} of 100 by factor`}
        className="flex gap-0.5"
      >
        {known.map(one => (
          <Segment
            key={one.factor}
            factor={one}
            open={open === one.factor}
            controls={id}
            onPress={() => setOpen(open === one.factor ? null : one.factor)}
          />
        ))}
      </div>
      {others.length > 0 ? (
        <div className="flex flex-wrap items-center gap-1.5">
          {others.map(one => (
            <button
              key={one.factor}
              type="button"
              aria-expanded={open === one.factor}
              aria-controls={id}
              onClick={() => setOpen(open === one.factor ? null : one.factor)}
              className={clsx(
                'min-h-6 rounded-sm border border-control px-1.5 text-xs text-ink-3 hover:bg-hover aria-expanded:bg-hover aria-expanded:text-ink',
                one.state === 'unknown' ? 'border-dashed' : 'border-dotted',
              )}
            >
              {FACTOR_LABELS[one.factor]}: {FACTOR_STATE_LABELS[one.state].toLowerCase()}
            </button>
          ))}
        </div>
      ) : null}
      <p id={id} aria-live="polite" className="text-base text-ink-2">
        {chosen ? (
          <>
            <strong className="font-medium text-ink">
              {FACTOR_LABELS[chosen.factor]}, {factorText(chosen)}.
            </strong>{' '}
            {evidenceText(chosen)}
          </>
        ) : (
          explanationSentence(explanation)
        )}
      </p>
      <p className="text-sm text-ink-3">{sureSentence(explanation)}</p>
      <Disclosure label="All factors as a table">
        <Table caption="Points by factor" head={['Factor', { label: 'Points', number: true }, 'Evidence']}>
          {explanation.factors.map(one => (
            <tr key={one.factor}>
              <Cell heading>{FACTOR_LABELS[one.factor]}</Cell>
              <Cell number>{factorText(one)}</Cell>
              <Cell className="text-ink-2">{evidenceText(one)}</Cell>
            </tr>
          ))}
        </Table>
      </Disclosure>
    </div>
  )
}

/** What of the campaign's rules speaks against a job; nothing for one that is eligible. */
export function IneligibleReasons({ reasons }: { reasons: readonly Ineligibility[] }) {
  if (reasons.length === 0) return null
  return (
    <div className="flex items-start gap-2 rounded border border-line bg-warn-soft px-3 py-2 text-sm">
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" strokeWidth={1.75} />
      <div className="min-w-0">
        <p className="font-medium">The campaign’s rules speak against it</p>
        <ul>
          {reasons.map(one => (
            <li key={one.rule}>{asSentence(one.reason)}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** The name of a factor with the short one that is seen, so that who speaks to the page can say what they see. */
function spokenName(factor: FactorExplanation['factor']): string {
  const [full, short] = [FACTOR_LABELS[factor], FACTOR_SHORT_LABELS[factor].toLowerCase()]
  return full.toLowerCase().includes(short) ? full : `${full}, ${short}`
}

function Segment({
  factor,
  open,
  controls,
  onPress,
}: {
  factor: FactorExplanation
  open: boolean
  controls: string
  onPress: () => void
}) {
  const share = factor.share ?? 0
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      aria-label={`${spokenName(factor.factor)}: ${factorText(factor)}`}
      onClick={onPress}
      style={{ flexGrow: factor.max }}
      title={FACTOR_LABELS[factor.factor]}
      className="group @container flex min-h-6 min-w-6 basis-0 flex-col gap-1 rounded-sm py-1 text-left hover:bg-hover aria-expanded:bg-hover"
    >
      <span className="block h-3 w-full overflow-hidden rounded-sm border border-control bg-track">
        <span className="block h-full bg-accent" style={{ width: `${share * 100}%` }} />
      </span>
      <span
        aria-hidden
        className={clsx(
          // A word that would be cut says nothing; its segment opens with the whole name.
          'w-full px-0.5 text-xs whitespace-nowrap',
          FACTOR_SHORT_LABELS[factor.factor].length > 4 ? '@max-[3.25rem]:hidden' : '@max-[2rem]:hidden',
          open ? 'font-medium text-ink' : 'text-ink-3',
        )}
      >
        {FACTOR_SHORT_LABELS[factor.factor]}
      </span>
    </button>
  )
}
