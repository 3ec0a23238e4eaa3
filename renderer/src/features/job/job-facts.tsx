import { NOT_STATED } from '../../../../main/contract/labels.ts'
import { FactMark } from '../../ui/fact-mark.tsx'
import { Section } from '../../ui/page.tsx'
import type { FactLine, Proof } from './group-facts.ts'

/** What the posting states, with the origin of each fact and the words it was read in. */
export function JobFacts({ lines, onShow }: { lines: readonly FactLine[]; onShow: (proof: Proof) => void }) {
  return (
    <Section title="Facts">
      <dl className="flex flex-col">
        {lines.map(line => (
          <div key={line.key} className="flex flex-wrap gap-x-3 border-b border-line py-1.5 last:border-b-0">
            <dt className="w-32 shrink-0 pt-px text-sm text-ink-3">{line.label}</dt>
            <dd className="min-w-40 flex-1">
              <div className="flex items-start gap-1">
                <span className="min-w-0 pt-px">
                  {line.text ?? <span className="text-ink-3">{NOT_STATED}</span>}
                  {line.aside ? <span className="text-sm text-ink-3"> {line.aside}</span> : null}
                </span>
                {line.proofs
                  .filter(proof => proof.quote === null)
                  .map(proof => (
                    <FactMark key={proof.fact} {...proof} />
                  ))}
              </div>
              {line.proofs
                .filter(proof => proof.quote !== null)
                .map(proof => (
                  <div key={`${proof.fact} ${proof.quote}`} className="-ml-1 flex items-start gap-1">
                    <FactMark {...proof} />
                    <ProofQuote proof={proof} onShow={onShow} />
                  </div>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** The quoted words; a press shows them in the text of the posting. */
function ProofQuote({ proof, onShow }: { proof: Proof; onShow: (proof: Proof) => void }) {
  if (proof.quote === null) return null
  const words = <q className="line-clamp-2 text-left text-xs">{proof.quote}</q>
  if (proof.where !== 'description') {
    return <div className="flex min-h-6 items-center text-ink-3">{words}</div>
  }
  return (
    <button
      type="button"
      aria-label={`${proof.fact}: show “${proof.quote}” in the posting`}
      onClick={() => onShow(proof)}
      className="flex min-h-6 max-w-full items-center rounded-sm px-1 text-ink-3 underline decoration-dotted underline-offset-2 hover:bg-hover hover:text-ink"
    >
      {words}
    </button>
  )
}
