/** A field whose value blocks or closes its record, at the end of a text. */
export const closingField =
  /(?:^|[.:] )(?:blocked|status|geblokkeerd|gesperrt|bloqué|statut|bloqueado|estado|spærret|bloccato|stato|spärrad|sperret)$/i;
