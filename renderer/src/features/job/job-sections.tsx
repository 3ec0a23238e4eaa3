import clsx from 'clsx'
import { ListTree } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import { useCommands } from '../../app/commands.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'

/** The parts of a job's page that can be gone to, in their order. */
export const JOB_SECTIONS = [
  { id: 'overview', title: 'Overview' },
  { id: 'why', title: 'Score' },
  { id: 'facts', title: 'Facts' },
  { id: 'posting', title: 'Posting' },
  { id: 'notes', title: 'Notes' },
  { id: 'reminders', title: 'Reminders' },
  { id: 'application', title: 'Application' },
  { id: 'similar', title: 'Similar' },
  { id: 'timeline', title: 'Timeline' },
] as const
export type JobSection = (typeof JOB_SECTIONS)[number]['id']

/** The props that make an element the place that a part begins at. */
export const sectionPlace = (id: JobSection) => ({
  'data-section': id,
  tabIndex: -1,
  className: 'flex scroll-mt-3 flex-col gap-4',
})

const placeOf = (box: HTMLElement | null, id: JobSection) =>
  box?.querySelector<HTMLElement>(`[data-section="${id}"]`) ?? null

function goTo(box: HTMLElement | null, id: JobSection): void {
  const place = placeOf(box, id)
  if (id === 'overview') box?.scrollTo({ top: 0 })
  else place?.scrollIntoView({ block: 'start' })
  place?.focus({ preventScroll: true })
}

/** How far below the top of what is seen a part counts as the one that is read, in pixels. */
const READING_LINE = 96

/** The part that is read: the last one whose beginning was passed, among those that stand in the reading column. */
function useReading(scroller: RefObject<HTMLElement | null>): JobSection {
  const [reading, setReading] = useState<JobSection>('overview')
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const look = () => {
      const top = box.getBoundingClientRect().top + READING_LINE
      const passed = JOB_SECTIONS.flatMap(({ id }) => {
        const place = placeOf(box, id)?.getBoundingClientRect()
        return place && place.top <= top && place.bottom > top ? [{ id, width: place.width }] : []
      })
      // Beside each other, the wider one is what is read.
      const widest = passed.sort((a, b) => b.width - a.width)[0]
      setReading(box.scrollTop === 0 ? 'overview' : (widest?.id ?? 'overview'))
    }
    look()
    box.addEventListener('scroll', look, { passive: true })
    return () => box.removeEventListener('scroll', look)
  }, [scroller])
  return reading
}

/** The ways to the parts of a job's page: beside each other where there is room, else behind one button. */
export function JobSections({ scroller }: { scroller: RefObject<HTMLElement | null> }) {
  const reading = useReading(scroller)
  useCommands(
    JOB_SECTIONS.map(({ id, title }) => ({
      id: `job.section.${id}`,
      title: `Show the part: ${title}`,
      group: 'Job',
      run: () => goTo(scroller.current, id),
    })),
  )
  return (
    <nav aria-label="Parts of this job" className="flex min-w-0 flex-1 items-center">
      <div className="@min-[52rem]:hidden">
        <Menu
          trigger={
            <Button look="quiet" size="small" icon={ListTree}>
              Parts
            </Button>
          }
          entries={JOB_SECTIONS.map(({ id, title }) => ({
            label: title,
            checked: id === reading,
            // Once the menu has given back the focus, or it would take it away again.
            onSelect: () => setTimeout(() => goTo(scroller.current, id)),
          }))}
        />
      </div>
      <ul className="hidden min-w-0 items-center @min-[52rem]:flex">
        {JOB_SECTIONS.map(({ id, title }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === reading ? 'location' : undefined}
              onClick={() => goTo(scroller.current, id)}
              className={clsx(
                'inline-flex min-h-7 items-center rounded px-2 text-sm hover:bg-hover hover:text-ink',
                id === reading ? 'font-medium text-ink' : 'text-ink-3',
              )}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
