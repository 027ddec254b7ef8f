{{%AUTOESCAPE context="HTML"}}
Estimado(a) {{NOMBRE}}:

El correo de su cuenta en el Portal de Inducción dejó de ser este. Desde ahora los enlaces para recuperar su acceso {{#OTRO}}irán a otra dirección{{/OTRO}}{{#NINGUNO}}solo se entregan en mano{{/NINGUNO}}.

El cambio lo hizo {{AUTOR}}.

Si usted no lo esperaba, cambie su contraseña y avise a la ORH de su entidad; si trabaja en SERVIR, a la administración del portal.

Portal de Inducción - SERVIR
Este buzón no recibe respuestas.
