import { useQuery } from '@tanstack/react-query'
import { Bookmark, Copy, RefreshCw, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type ClipInfo, ClipPort } from '../../../../main/contract/clip.ts'
import { ask, client, queryClient } from '../../app/core.ts'
import { failureToast } from '../../app/failure.tsx'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { toast } from '../../ui/toast-store.ts'
import { Switch } from '../../ui/toggles.tsx'

const INFO = ask('clip', 'info', {})

/** Shows what the core answered, and says when it refused. */
async function keep(answer: Promise<ClipInfo>): Promise<boolean> {
  try {
    queryClient.setQueryData(INFO.queryKey, await answer)
    return true
  } catch (error) {
    failureToast(error)
    return false
  }
}

/** The bookmark that sends an open page to Rolecall: its switch, its code, its port. */
export function Clipping() {
  const { data } = useQuery(INFO)
  const [busy, setBusy] = useState(false)
  if (!data) return null
  const act = async (answer: Promise<ClipInfo>, done?: string) => {
    setBusy(true)
    if ((await keep(answer)) && done) toast(done)
    setBusy(false)
  }
  return (
    <Section
      title="Clip from the browser"
      lead="A bookmark in your browser sends the page that you are looking at to Rolecall on this computer."
    >
      <div className="flex flex-col gap-4">
        <Switch
          label="Take clipped pages"
          hint="While it is on, Rolecall listens on this computer only, and takes nothing without the key that is in the bookmark."
          checked={data.enabled}
          onChange={enabled => void act(client.clip.setEnabled({ enabled }))}
        />
        {data.problem ? (
          <p role="alert" className="flex items-start gap-2 rounded bg-warn-soft px-3 py-2 text-sm">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            {data.problem}
          </p>
        ) : null}
        {data.bookmarklet ? (
          <SetUp
            code={data.bookmarklet}
            busy={busy}
            onRenew={() =>
              void act(client.clip.renew({}), 'The bookmark is new; the old one stopped working')
            }
          />
        ) : null}
        {data.enabled ? (
          <PortForm
            key={data.port}
            port={data.port}
            open={data.problem !== null}
            busy={busy}
            onChange={port => void act(client.clip.setEnabled({ enabled: true, port }))}
          />
        ) : null}
      </div>
    </Section>
  )
}

function SetUp({ code, busy, onRenew }: { code: string; busy: boolean; onRenew: () => void }) {
  const copy = () =>
    navigator.clipboard.writeText(code).then(() => toast('The bookmark is in the clipboard'), failureToast)
  return (
    <>
      <ol className="flex list-decimal flex-col gap-3 pl-5 text-sm">
        <li>
          <p>Show the bookmarks bar of your browser, and drag this onto it:</p>
          <BookmarkLink code={code} />
        </li>
        <li>
          <p>Or make a new bookmark by hand and paste this as its address:</p>
          <div className="mt-1.5 flex flex-wrap items-start gap-2">
            <code className="min-w-0 flex-1 basis-60 rounded border border-line bg-sunken px-2.5 py-1.5 font-sans text-xs break-all">
              <span className="line-clamp-2">{code}</span>
            </code>
            <Button icon={Copy} onClick={() => void copy()}>
              Copy the bookmark
            </Button>
          </div>
        </li>
        <li>
          Open a posting in the browser and choose the bookmark. A new tab says what was saved. It works for
          pages that ask you to sign in, too, since your browser shows them.
        </li>
      </ol>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button icon={RefreshCw} busy={busy} onClick={onRenew}>
          Make a new one
        </Button>
        <span className="text-sm text-ink-2">The old one stops working.</span>
      </div>
    </>
  )
}

/** A link to be dragged, never to be followed: the page's own policy would refuse its script anyway. */
function BookmarkLink({ code }: { code: string }) {
  const link = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    const place = link.current
    if (!place) return
    const refuse = (event: Event) => {
      event.preventDefault()
      toast('Drag it onto the bookmarks bar, or copy it')
    }
    // React takes `javascript:` addresses out of its own attributes; this one is ours.
    place.setAttribute('href', code)
    place.addEventListener('click', refuse)
    return () => place.removeEventListener('click', refuse)
  }, [code])
  return (
    // biome-ignore lint/a11y/useValidAnchor: its address is set above
    <a
      ref={link}
      draggable
      className="mt-1.5 inline-flex min-h-8 cursor-grab items-center gap-1.5 rounded border border-control bg-raised px-3 py-1 text-sm font-medium text-ink hover:bg-hover"
    >
      <Bookmark aria-hidden className="size-4 text-accent" strokeWidth={1.75} />
      Clip to Rolecall
    </a>
  )
}

function PortForm({
  port,
  open,
  busy,
  onChange,
}: {
  port: number
  /** The port is the problem. */
  open: boolean
  busy: boolean
  onChange: (port: number) => void
}) {
  const [text, setText] = useState(String(port))
  // No number with thousands apart: a port is a name made of digits.
  const wanted = ClipPort.safeParse(/^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN)
  const form = (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (wanted.success) onChange(wanted.data)
      }}
      className="flex flex-col items-start gap-2"
    >
      <TextField
        label="Port"
        hint="After a change the bookmark has to be put in place again."
        error={wanted.success ? undefined : 'Write a number from 1024 to 65535.'}
        inputMode="numeric"
        className="w-72 max-w-full"
        value={text}
        onChange={event => setText(event.target.value)}
      />
      <Button type="submit" busy={busy} disabled={!wanted.success || wanted.data === port}>
        Use this port
      </Button>
    </form>
  )
  return open ? form : <Disclosure label="Another port">{form}</Disclosure>
}
