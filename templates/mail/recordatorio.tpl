{{%AUTOESCAPE context="HTML"}}
{{#UNA}}Estimado(a) {{NOMBRE}}:{{/UNA}}{{#NO_UNA}}A las {{PERSONAS}} personas que usan este correo:{{/NO_UNA}}

Esto sigue pendiente en el Portal de Inducción:

{{#LINEAS}}- {{TEXTO}}
{{/LINEAS}}{{#HAY_MAS}}- y {{MAS}} más: véalas en el portal.
{{/HAY_MAS}}
Véalo aquí: {{PORTAL}}
{{#CON_ENLACE}}
¿Es jefe y recibió un enlace personal? Ábralo: no necesita contraseña.
{{/CON_ENLACE}}{{#SIN_CUENTA}}
¿Todavía no tiene contraseña? Pida su enlace personal a la oficina de recursos humanos (ORH) de su entidad.
{{/SIN_CUENTA}}
{{#DE_OTROS}}Si ya lo hizo, avise a la ORH para que lo registre. Este aviso no se repite por el mismo motivo, y nunca llega más de uno por semana.
{{/DE_OTROS}}{{#DE_ORH}}El resumen de la ORH llega una vez por semana mientras quede algo vencido, por vencer u observado.
{{/DE_ORH}}Para no recibir más recordatorios: {{BAJA}}

Portal de Inducción - SERVIR
Este buzón no recibe respuestas.
