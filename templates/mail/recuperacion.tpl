{{%AUTOESCAPE context="HTML"}}
Estimado(a) {{NOMBRE}}:

Se pidió recuperar el acceso de su cuenta en el Portal de Inducción. Abra este enlace personal y cree una contraseña nueva:

{{ENLACE}}

Sirve una sola vez y vence el {{VENCE}} (hora de Lima).
Si usted no lo pidió, no haga nada: su contraseña actual sigue igual.

Portal de Inducción - SERVIR
Este buzón no recibe respuestas.
