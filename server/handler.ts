import type { EventHandler } from 'h3';
import { H3 } from 'h3';
import packageJson from '../package.json' with { type: 'json' };
import { authenticate } from './auth.ts';
import type { Compat } from './compat.ts';
import { originalResponse } from './compat.ts';
import { errorResponse, refusal } from './errors.ts';
import { historyResponse, rowResponse } from './history.ts';
import type { Hub } from './hub.ts';
import { liveResponse } from './live.ts';
import { publishResponse } from './publish.ts';
import type { Store } from './store/store.ts';

export interface HandlerContext {
  store: Store;
  hub: Hub;
  /** After this many ms without a row a comment is sent, so that both ends see a dead connection. */
  heartbeatMs: number;
  /** Aborts when the server closes: open streams end. */
  closing: AbortSignal;
  /** When given, the live stream is the original endpoint's, faults included. */
  compat?: Compat;
}

/** The whole server as an h3 app: `app.fetch` is a web-standard `(Request) => Response | Promise<Response>`. */
export function createHandler(context: HandlerContext): H3 {
  const { store, hub, closing, compat } = context;
  const app = new H3({ onError: errorResponse });

  const live: EventHandler = (event) => {
    const caller = authenticate(event, store);
    return compat
      ? originalResponse(event.req, caller, store, closing, compat)
      : liveResponse(event.req, caller, context);
  };
  route(app, '/api/live', { GET: live });
  route(app, '/api/v1/user/notifications/live', { GET: live });
  route(app, '/api/v1/notifications', {
    GET: (event) => historyResponse(event.req, authenticate(event, store).userId, store),
    POST: (event) => publishResponse(event.req, authenticate(event, store), store, hub),
  });
  route(app, '/api/v1/notifications/:id', {
    GET: (event) => rowResponse(event.context.params?.id ?? '', authenticate(event, store).userId, store),
  });
  route(app, '/healthz', {
    GET: () => Response.json({ ok: true, name: packageJson.name, version: packageJson.version }),
  });
  return app;
}

/** Registers the methods of a path (HEAD with GET), and answers any other with a 405 that names them. */
function route(app: H3, path: string, methods: { GET?: EventHandler; POST?: EventHandler }): void {
  const handlers = Object.entries({ ...methods, ...(methods.GET && { HEAD: methods.GET }) });
  const allow = handlers.map(([method]) => method).join(', ');
  for (const [method, handler] of handlers) app.on(method as 'GET' | 'POST' | 'HEAD', path, handler);
  app.all(path, () => {
    throw refusal(405, 'method_not_allowed', `This address takes ${allow}.`, { allow });
  });
}
