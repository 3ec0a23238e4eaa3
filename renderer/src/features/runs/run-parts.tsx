import { ArrowRight, CircleAlert, CircleCheck, CircleX } from 'lucide-react'
import { Link } from 'react-router'
import type { CheckResultView } from '../../../../main/contract/checks.ts'
import type { RunCounts, RunSourceView } from '../../../../main/contract/runs.ts'
import { Section } from '../../ui/page.tsx'
import { Cell, Table } from '../../ui/table.tsx'
import { layersOf } from './run-figures.ts'

/** How many rows the run left in each layer of the data, from what was received to what was ranked. */
export function RunLayers({ counts }: { counts: RunCounts }) {
  const layers = layersOf(counts)
  return (
    <Section title="Rows per layer">
      <ol aria-label="Rows per layer" className="@container grid gap-y-3 @lg:grid-cols-2 @4xl:grid-cols-4">
        {layers.map((layer, index) => (
          <li key={layer.key} className="flex min-w-0 gap-2 pr-3">
            <div className="min-w-0 flex-1">
              <p className="text-sm font-medium">{layer.title}</p>
              <p>
                <span className="text-xl font-semibold tabular-nums">{layer.value.toLocaleString('en')}</span>{' '}
                <span className="text-sm text-ink-2">{layer.unit}</span>
              </p>
              {layer.details.map(detail => (
                <p key={detail} className="text-sm text-ink-2 tabular-nums">
                  {detail}
                </p>
              ))}
              <p className="pt-0.5 text-xs text-ink-3">{layer.hint}</p>
            </div>
            {index < layers.length - 1 ? (
              <ArrowRight aria-hidden className="mt-3 hidden size-4 shrink-0 text-ink-3 @4xl:block" />
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}

const number = (label: string) => ({ label, number: true as const })

/** What each source gave, how often it was asked, and in plain words what went wrong. */
export function RunSources({ sources, counts }: { sources: readonly RunSourceView[]; counts: RunCounts }) {
  const bad = sources.filter(source => source.problem !== null).length
  const lead =
    sources.length === 0
      ? undefined
      : `${bad === 0 ? 'All answered' : `${bad} of ${sources.length} had a problem`}; ${counts.api_calls.toLocaleString('en')} ${counts.api_calls === 1 ? 'call' : 'calls'}, ${counts.api_errors.toLocaleString('en')} failed.`
  return (
    <Section title="Sources" lead={lead}>
      {sources.length === 0 ? (
        <p className="text-sm text-ink-2">No source was asked.</p>
      ) : (
        <Table
          caption="Sources of this run"
          head={['Source', ...['Found', 'New', 'Calls', 'Failed'].map(number)]}
        >
          {sources.map((source, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two deleted sources have no ids, and nothing moves
            <tr key={index}>
              <Cell heading className="min-w-40">
                <span className="flex items-start gap-1.5">
                  {source.problem === null ? (
                    <CircleCheck aria-hidden className="mt-1 size-3.5 shrink-0 text-good" />
                  ) : (
                    <CircleAlert aria-hidden className="mt-1 size-3.5 shrink-0 text-bad" />
                  )}
                  <span className="min-w-0">
                    {source.sourceId === null ? (
                      source.label
                    ) : (
                      <Link to={`/sources/${source.sourceId}`} className="text-link">
                        {source.label}
                      </Link>
                    )}
                    {source.problem === null ? null : (
                      <span className="block text-xs text-bad">{source.problem}</span>
                    )}
                  </span>
                </span>
              </Cell>
              {[source.found, source.added, source.calls, source.errors].map((value, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
                <Cell key={column} number>
                  {value.toLocaleString('en')}
                </Cell>
              ))}
            </tr>
          ))}
        </Table>
      )}
    </Section>
  )
}

/** "unique_keys" → "Unique keys". */
const checkTitle = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The checks of the data after this run; those that failed first. */
export function RunChecks({ checks, going }: { checks: readonly CheckResultView[]; going: boolean }) {
  const failed = checks.filter(check => check.state !== 'passed')
  const lead =
    checks.length === 0
      ? undefined
      : failed.length === 0
        ? `All ${checks.length} checks passed.`
        : `${failed.length} of ${checks.length} checks did not pass.`
  return (
    <Section
      title="Checks"
      lead={lead}
      action={
        <Link to="/checks" className="text-link text-sm">
          Data quality
        </Link>
      }
    >
      {checks.length === 0 ? (
        <p className="text-sm text-ink-2">
          {going ? 'The data is checked at the end of the run.' : 'No check was made after this run.'}
        </p>
      ) : null}
      <ul aria-label="Checks of this run" className="flex flex-col gap-1">
        {[...failed, ...checks.filter(check => check.state === 'passed')].map(check => {
          const good = check.state === 'passed'
          const bad = !good && check.severity === 'critical'
          const Icon = good ? CircleCheck : bad ? CircleX : CircleAlert
          return (
            <li key={check.name} className="flex items-start gap-2 text-sm">
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${good ? 'text-good' : bad ? 'text-bad' : 'text-warn'}`}
              />
              <span className="min-w-0">
                <span className="sr-only">{good ? 'Passed: ' : bad ? 'Critical: ' : 'Warning: '}</span>
                {checkTitle(check.name)}
                {good ? null : <span className="block text-xs text-ink-2">{check.message}</span>}
              </span>
              <span className="ml-auto shrink-0 text-xs leading-5 text-ink-3 tabular-nums">
                {good
                  ? `${check.looked.toLocaleString('en')} ${check.looked === 1 ? 'row' : 'rows'}`
                  : `${check.failing.toLocaleString('en')} of ${check.looked.toLocaleString('en')}`}
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
