import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { SearchX, UserRoundPlus, UsersRound, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import type { ContactView } from '../../../../main/contract/applications.ts'
import { useCommands } from '../../app/commands.ts'
import { client } from '../../app/core.ts'
import { Failure } from '../../app/failure.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useWidthInRem } from '../../ui/media.ts'
import { Page } from '../../ui/page.tsx'
import { EmptyState, SkeletonRows } from '../../ui/states.tsx'
import { VirtualList } from '../../ui/virtual-list.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { ContactListRow } from './contact-list-row.tsx'
import { contactRowName } from './contact-words.ts'
import { useContactActs } from './use-contact-acts.ts'

/** People asked at once; the contract allows 200. */
const PAGE = 100
/** Below this width a row takes two lines. */
const TWO_LINES_REM = 44

function useContactList(text: string) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, ...query } = useInfiniteQuery({
    queryKey: ['contacts', 'list', 'pages', text],
    queryFn: ({ pageParam }) => client.contacts.list({ text, cursor: pageParam, limit: PAGE }),
    initialPageParam: null as string | null,
    getNextPageParam: last => last.cursor,
    placeholderData: keepPreviousData,
  })
  const rows = useMemo(() => {
    const all = (data?.pages ?? []).flatMap(page => page.rows)
    return [...new Map(all.map(row => [row.id, row])).values()]
  }, [data])
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  return { rows, hasMore: hasNextPage, loadMore, ...query }
}

/** `/contacts`: the people around the applications, with their jobs and the ways to reach them. */
export function ContactsPage() {
  const [params, setParams] = useSearchParams()
  const text = params.get('q') ?? ''
  const list = useContactList(text.trim().slice(0, 300))
  const acts = useContactActs()
  /** null: closed; 'new': somebody new. */
  const [edited, setEdited] = useState<ContactView | 'new' | null>(null)
  const search = (next: string) => setParams(next === '' ? {} : { q: next }, { replace: true })
  const add = () => setEdited('new')
  useCommands([
    {
      id: 'contacts.add',
      title: 'Add a person',
      group: 'Contacts',
      icon: UserRoundPlus,
      shortcut: 'n',
      run: add,
    },
  ])
  return (
    <Page
      title="Contacts"
      fill
      lead={list.isPending ? undefined : countWords(list.rows.length, list.hasMore)}
      action={
        <Button look="primary" icon={UserRoundPlus} onClick={add}>
          Add a person
        </Button>
      }
    >
      <div className="border-b border-line px-4 py-2 sm:px-6">
        <span className="relative block sm:max-w-72">
          <TextField
            label="Search contacts"
            hideLabel
            role="searchbox"
            maxLength={300}
            placeholder="Name, role, company or address"
            value={text}
            onChange={event => search(event.target.value)}
          />
          {text === '' ? null : (
            <span className="absolute inset-y-0 right-0.5 flex items-center bg-surface">
              <IconButton label="Clear the search" icon={X} onClick={() => search('')} />
            </span>
          )}
        </span>
      </div>
      {list.error && list.rows.length === 0 ? (
        <Failure error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <SkeletonRows rows={8} label="Loading the contacts" />
      ) : list.rows.length === 0 ? (
        <Nobody text={text} onAdd={add} onClear={() => search('')} />
      ) : (
        <List {...list} acts={acts} onEdit={setEdited} />
      )}
      <ContactDialog
        open={edited !== null}
        contact={edited === 'new' ? null : edited}
        jobId={null}
        acts={acts}
        onClose={() => setEdited(null)}
      />
    </Page>
  )
}

function countWords(count: number, hasMore: boolean): string {
  if (count === 0) return ''
  return `${count.toLocaleString('en')}${hasMore ? ' or more' : ''} ${count === 1 ? 'person' : 'people'}`
}

function List({
  rows,
  hasMore,
  loadMore,
  acts,
  onEdit,
}: {
  rows: readonly ContactView[]
  hasMore: boolean
  loadMore: () => void
  acts: ReturnType<typeof useContactActs>
  onEdit: (contact: ContactView) => void
}) {
  const box = useRef<HTMLDivElement>(null)
  const stacked = useWidthInRem(box) < TWO_LINES_REM
  return (
    <div ref={box} className="flex min-h-0 flex-1 flex-col">
      <VirtualList
        label="Contacts"
        className="flex-1"
        items={rows}
        keyOf={row => row.id}
        nameOf={contactRowName}
        hasMore={hasMore}
        onLoadMore={loadMore}
        rowRem={stacked ? 4.5 : 3.5}
        onOpen={onEdit}
        renderRow={(row, state) => (
          <ContactListRow
            contact={row}
            tabIndex={state.tabIndex}
            stacked={stacked}
            acts={acts}
            onEdit={onEdit}
          />
        )}
      />
    </div>
  )
}

function Nobody({ text, onAdd, onClear }: { text: string; onAdd: () => void; onClear: () => void }) {
  if (text.trim() !== '')
    return (
      <EmptyState
        icon={SearchX}
        title="Nobody matches"
        action={
          <Button look="primary" onClick={onClear}>
            Clear the search
          </Button>
        }
      >
        No name, role, address or job has these words.
      </EmptyState>
    )
  return (
    <EmptyState
      icon={UsersRound}
      title="Nobody yet"
      action={
        <Button look="primary" icon={UserRoundPlus} onClick={onAdd}>
          Add a person
        </Button>
      }
    >
      Recruiters, interviewers and people who can recommend you stand here with the jobs they belong to. They
      can be added on the page of a job as well.
    </EmptyState>
  )
}
