import { useInfiniteQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { CheckName } from '../../../../main/contract/checks.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { Cell, Table } from '../../ui/table.tsx'

const PAGE = 25

/** The rows that break a check now, a page at a time, each with the page that shows it. */
export function OffendingRows({ name, title }: { name: CheckName; title: string }) {
  const list = useInfiniteQuery({
    queryKey: ['checks', 'rows', 'pages', name],
    queryFn: ({ pageParam }) => client.checks.rows({ name, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
  })
  const rows = list.data?.pages.flatMap(page => page.rows) ?? []
  const box = useRef<HTMLDivElement>(null)
  const before = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (before.current === null || (rows.length === before.current && list.hasNextPage)) return
    const all = box.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []
    all[Math.min(before.current, all.length - 1)]?.focus()
    before.current = null
  }, [rows.length, list.hasNextPage])
  if (list.error && rows.length === 0)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending)
    return (
      <div role="status" aria-label="Loading the rows">
        <Skeleton className="h-16 w-full" />
      </div>
    )
  if (rows.length === 0)
    return (
      <p role="status" className="text-sm text-ink-2">
        No row breaks this any more. Check again to see it in the numbers.
      </p>
    )
  return (
    <div ref={box} className="flex flex-col items-start gap-2">
      <Table caption={`Rows that break: ${title}`} head={['Row', 'What is wrong']} className="w-full">
        {rows.map(row => (
          <tr key={row.key} data-row tabIndex={-1}>
            <Cell heading className="min-w-40 break-words">
              {row.target === null ? (
                row.what
              ) : (
                <Link to={row.target} className="inline-block min-h-6 text-link">
                  {row.what}
                </Link>
              )}
            </Cell>
            <Cell className="min-w-48 break-words">{row.detail}</Cell>
          </tr>
        ))}
      </Table>
      {list.hasNextPage ? (
        <Button
          size="small"
          busy={list.isFetchingNextPage}
          onClick={() => {
            before.current = rows.length
            void list.fetchNextPage()
          }}
        >
          Show more rows
        </Button>
      ) : null}
    </div>
  )
}
