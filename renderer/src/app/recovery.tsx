import { FileQuestion, RotateCw } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, useRouteError } from 'react-router'
import { Button } from '../ui/button.tsx'
import { Logo } from '../ui/logo.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'
import { newErrorId, reportError } from './page-errors.ts'

/** What stands where a page broke: an id to find it in the log, and the ways on. Saved data is not touched by it. */
export function Recovery() {
  const error = useRouteError()
  const [id] = useState(newErrorId)
  useEffect(() => reportError(id, error), [id, error])
  return (
    <div role="alert" className="mx-auto flex max-w-md flex-col items-start gap-2 px-4 py-16">
      <Logo className="size-7 text-accent" />
      <h1 className="text-lg font-semibold">This page could not be shown.</h1>
      <p>All that was saved is safe; what you typed and had not saved may be lost.</p>
      <p>Reload it. If it happens again, the error id helps to find the cause in the log.</p>
      <p className="text-sm text-ink-2">
        Error id <code className="font-medium text-ink select-all">{id}</code>
        {error instanceof Error ? `: ${error.message}` : null}
      </p>
      <div className="flex gap-2 pt-2">
        <Button look="primary" icon={RotateCw} onClick={() => location.reload()}>
          Reload
        </Button>
        <Link
          to="/"
          className="inline-flex min-h-8 items-center rounded px-3 text-sm text-ink-2 hover:bg-hover"
        >
          Go to the dashboard
        </Link>
      </div>
    </div>
  )
}

/** Where an address leads nowhere. */
export function NoPage() {
  return (
    <Page title="There is no such page">
      <EmptyState icon={FileQuestion} title="The address leads nowhere.">
        <Link to="/" className="text-link">
          Go to the dashboard
        </Link>
      </EmptyState>
    </Page>
  )
}
