{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Cambiar la contraseña</h1>
{{#OBLIGADO}}<div class="alerta"><p>Su contraseña es provisional. Cámbiela para continuar.</p></div>
{{/OBLIGADO}}<p class="lead">Al cambiarla se cerrarán sus sesiones en otros equipos.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba la contraseña con la que ingresó y dos veces la nueva. No use su nombre ni su documento. Si no recuerda la actual, cierre la sesión y recupere el acceso.</p></details>
<form method="post" action="/cuenta/clave" novalidate>
{{>CSRF}}
{{>CAMPO_ACTUAL}}
{{>CAMPO_NUEVA}}
{{>CAMPO_REPITE}}
<div class="acc"><button>Cambiar la contraseña</button>{{#VOLUNTARIO}} <a href="/cuenta/sesiones">Volver a mi cuenta</a>{{/VOLUNTARIO}}</div>
</form>
