{{%AUTOESCAPE context="HTML"}}
<h1>Cerrar las sesiones de la cuenta</h1>
<div class="alerta"><p><strong>{{NOMBRE}}</strong> {{#NINGUNA}}no tiene sesiones abiertas.{{/NINGUNA}}{{#UNA}}tiene 1 sesión abierta. Se cerrará;{{/UNA}}{{#VARIAS}}tiene {{SESIONES}} {{SESIONES:x-segun=sesión abierta. Se cerrará/sesiones abiertas. Se cerrarán todas}};{{/VARIAS}}{{#NO_NINGUNA}} podrá entrar de nuevo con su contraseña.{{/NO_NINGUNA}}</p></div>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Úselo si la persona perdió su equipo o dejó una sesión abierta en otro lugar. Si sospecha que otro conoce su contraseña, suspenda la cuenta o genere otro enlace.</p></details>
<form method="post" novalidate>{{>CSRF}}<div class="acc"><button class="peligro">Cerrar las sesiones</button> <a href="/usuario/{{ID}}/ficha">No, volver</a></div></form>
