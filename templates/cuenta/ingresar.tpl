{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
{{#VENCIDA}}<div class="nota" role="status"><p>Su sesión venció. Ingrese y seguirá donde estaba.</p></div>
{{/VENCIDA}}{{#YA_INGRESO}}<div class="nota"><p>En este navegador ya ingresó <strong>{{QUIEN}}</strong>. <a href="{{INICIO}}">Ir a su inicio</a></p></div>
<h1>Ingresar con otra cuenta</h1>
<p class="lead">Al ingresar se cerrará la sesión de {{QUIEN}} en este navegador.</p>
{{/YA_INGRESO}}{{#NUEVA_SESION}}<h1>Ingresar al portal</h1>
<p class="lead">Con su documento de identidad y su contraseña.</p>
{{/NUEVA_SESION}}<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Escriba el número de su documento y la contraseña que creó con su enlace de invitación. Si aún no la creó, abra ese enlace o pida otro a quien se lo dio. Si la olvidó, recupere el acceso. En una computadora compartida, cierre la sesión al terminar.</p></details>
<form method="post" action="/cuenta/ingresar" novalidate>
{{>CSRF}}
{{>CAMPO_VOLVER}}
{{>CAMPO_VENCIDA}}
{{>CAMPO_TIPO_DOCUMENTO}}
{{>CAMPO_DOCUMENTO}}
{{>CAMPO_CLAVE}}
<div class="acc"><button>Ingresar</button> <a href="/cuenta/recuperar">Olvidé mi contraseña</a></div>
</form>
