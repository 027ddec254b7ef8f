{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Generar otro enlace</h1>
<div class="alerta"><p>Se creará un enlace personal para <strong>{{NOMBRE}}</strong> ({{DOCUMENTO}}). Los enlaces anteriores dejarán de servir. {{#INVITADO}}Con él creará su contraseña.{{/INVITADO}}{{#NO_INVITADO}}Con él creará una contraseña nueva; la actual sirve hasta que lo use.{{/NO_INVITADO}}</p></div>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Hágalo si la persona perdió su enlace u olvidó su contraseña y está seguro de quién se lo pide. El enlace se muestra una sola vez.</p></details>
<form method="post" novalidate>{{>CSRF}}<div class="acc"><button>Generar y mostrar el enlace</button> <a href="{{VOLVER}}">No, volver</a></div></form>
