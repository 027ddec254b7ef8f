{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>{{#SUSPENDIDO}}Reactivar la cuenta{{/SUSPENDIDO}}{{#NO_SUSPENDIDO}}Suspender la cuenta{{/NO_SUSPENDIDO}}</h1>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Suspender impide entrar sin borrar nada; reactivar lo permite otra vez, con la misma contraseña y los roles que sigan vigentes.</p></details>
{{#NO_SUSPENDIDO}}<div class="alerta"><p><strong>{{NOMBRE}}</strong> ({{DOCUMENTO}}) saldrá del portal ahora y no podrá entrar. Sus roles y lo que registró se conservan.</p></div>
<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="que" value="suspender">
<div class="acc"><button class="peligro">Suspender la cuenta</button> <a href="/usuario/{{ID}}/ficha">No, volver</a></div></form>
{{/NO_SUSPENDIDO}}{{#SUSPENDIDO}}<div class="nota"><p><strong>{{NOMBRE}}</strong> ({{DOCUMENTO}}) podrá entrar otra vez.</p></div>
<form method="post" novalidate>{{>CSRF}}<input type="hidden" name="que" value="reactivar">
<div class="acc"><button>Reactivar la cuenta</button> <a href="/usuario/{{ID}}/ficha">No, volver</a></div></form>
{{/SUSPENDIDO}}
