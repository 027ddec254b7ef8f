{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Correo de su cuenta</h1>
<p class="lead">{{#HAY_CORREO_ANTES}}Hoy es {{CORREO_ANTES}}.{{/HAY_CORREO_ANTES}}{{#NO_CORREO_ANTES}}Su cuenta no tiene correo.{{/NO_CORREO_ANTES}} A ese correo llega el enlace si olvida su contraseña.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba un correo que solo usted lea o que comparta con personas de confianza, y su contraseña para confirmar que es usted. Avisaremos del cambio a la dirección anterior.</p></details>
<form method="post" action="/cuenta/correo" novalidate>
{{>CSRF}}
{{>CAMPO_CORREO}}
{{>CAMPO_ACTUAL}}
<div class="acc"><button>Guardar el correo</button> <a href="/cuenta/sesiones">Volver a mi cuenta</a></div>
</form>
