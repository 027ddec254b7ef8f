{{%AUTOESCAPE context="HTML"}}
Estimado(a) {{NOMBRE}}:

{{INVITANTE}} le dio acceso al Portal de Inducción como {{ROL}}{{#HAY_ENTIDAD}} de {{ENTIDAD}}{{/HAY_ENTIDAD}}.

Abra este enlace personal y cree su contraseña:

{{ENLACE}}

Sirve una sola vez y vence el {{VENCE}} (hora de Lima). No lo reenvíe: quien lo tenga puede entrar en su lugar.
Si venció, pida otro a quien lo invitó. Si no esperaba este mensaje, no haga nada: sin su contraseña nadie entra.

Portal de Inducción - SERVIR
Este buzón no recibe respuestas.
