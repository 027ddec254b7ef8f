{{%AUTOESCAPE context="HTML"}}
Estimado(a) {{NOMBRE}}:

{{ENTIDAD}} le encarga la inducción específica al puesto de las personas a su cargo.

Cuando termine con cada una, abra este enlace personal, márquela con su fecha y guarde:

{{ENLACE}}

No necesita cuenta ni contraseña. Sirve hasta que termine de marcar, y como máximo hasta el {{VENCE}}.
No lo reenvíe: quien lo tenga puede marcar por usted. Se lo envía {{INVITANTE}}, de su oficina de recursos humanos.

Portal de Inducción - SERVIR
Este buzón no recibe respuestas.
