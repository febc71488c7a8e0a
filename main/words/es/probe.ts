import type { probe as english } from '../en/probe.ts';

export const probe: typeof english = {
  connected: 'Conectado.',
  connectedTo: (server) => `Conectado a ${server}.`,
  aMercureHub: 'un hub Mercure',
  readableSoFar: 'Conectado. Bellhop muestra lo que puede leer de lo que llega.',
  neverAgain: 'Este servidor no reenvía lo que se perdió mientras Bellhop no estaba.',
  nothingLost: 'No se pierde nada mientras Bellhop no está: el servidor envía lo perdido.',
  missedComes:
    'Lo que se perdió mientras Bellhop no estaba llega también, en la medida en que el servidor aún lo tenga.',
  elsewhere: (host, hub) =>
    `Las notificaciones de esta página vienen de ${host}. Indica esa dirección, con su credencial: ${hub}`,
  noAnswerYet:
    'El servidor aún no ha respondido. Algunos solo responden con su primera notificación: puedes añadirlo y ver.',
  notJson: 'El servidor envía algo que Bellhop no puede leer: no es JSON.',
  wantsCredential: 'El servidor pide una credencial.',
  wantsSignInOrCredential: 'El servidor pide iniciar sesión, o una credencial.',
  forbidsStrangers: 'El servidor no deja escuchar aquí a nadie sin credencial.',

  presets: {
    mastodon:
      'Necesita un token de acceso que pueda leer notificaciones: créalo en Mastodon, en Preferencias, Desarrollo.',
    'home-assistant':
      'Necesita un token de acceso de larga duración de un administrador (tu perfil, Seguridad). Haz que una automatización lance el evento «bellhop» con «title» y «message»; sin «restrict» en la dirección, llega todo lo que ocurre.',
  },
};
