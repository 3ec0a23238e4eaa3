interface Said {
  method?: string
  params?: { sessionId?: string; workerInfo?: { title?: string } }
}

/**
 * Ends a worker thread of a running Node through its debugger, without any help of the program: the thread itself
 * calls `process.exit(1)`. `thread` is part of the name that the thread was given.
 */
export async function crashThread(debuggerAddress: string, thread: string): Promise<void> {
  const socket = new WebSocket(debuggerAddress)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = () => reject(new Error(`No debugger at "${debuggerAddress}"`))
  })
  const ended = new Promise<void>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`No thread named ${thread} ended`)), 10_000)
    let target: string | undefined
    socket.onmessage = ({ data }) => {
      const { method, params } = JSON.parse(String(data)) as Said
      if (method === 'NodeWorker.attachedToWorker' && params?.workerInfo?.title?.includes(thread)) {
        target = params.sessionId
        const message = JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression: 'process.exit(1)' },
        })
        socket.send(
          JSON.stringify({
            id: 2,
            method: 'NodeWorker.sendMessageToWorker',
            params: { sessionId: target, message },
          }),
        )
      }
      if (method === 'NodeWorker.detachedFromWorker' && params?.sessionId === target) {
        clearTimeout(patience)
        resolve()
      }
    }
  })
  socket.send(
    JSON.stringify({ id: 1, method: 'NodeWorker.enable', params: { waitForDebuggerOnStart: false } }),
  )
  try {
    await ended
  } finally {
    socket.close()
  }
}
