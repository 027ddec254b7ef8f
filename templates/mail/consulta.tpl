{{%AUTOESCAPE context="HTML"}}
{{#NUEVA}}Una ORH envió una consulta.
{{/NUEVA}}{{#RESPUESTA}}SERVIR respondió su consulta {{NUMERO}}.
{{/RESPUESTA}}{{#ACLARAR}}SERVIR le pide una aclaración sobre su consulta {{NUMERO}}. El plazo de respuesta espera hasta que usted la envíe.
{{/ACLARAR}}{{#ACLARADA}}La ORH envió la aclaración de la consulta {{NUMERO}}. El plazo de respuesta corre otra vez.
{{/ACLARADA}}{{#DERIVADA}}Le derivaron la consulta {{NUMERO}}. El plazo de respuesta sigue corriendo.
{{/DERIVADA}}{{#REABIERTA}}La ORH reabrió la consulta {{NUMERO}}. El plazo de respuesta corre otra vez.
{{/REABIERTA}}{{#CERRADA}}Se cerró la consulta {{NUMERO}}.
{{/CERRADA}}
Léala en el Portal de Inducción, con su cuenta:

{{ENLACE}}

Por seguridad, este mensaje no lleva el texto ni nombra a nadie. Se envía una vez por cada novedad de una consulta; no es un recordatorio.

Portal de Inducción - SERVIR
Este buzón no recibe respuestas.
