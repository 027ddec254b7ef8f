{{%AUTOESCAPE context="HTML"}}
{{>RESUMEN}}
<h1>Entregar un enlace personal</h1>
<p class="lead">Para <strong>{{NOMBRE}}</strong>, {{TIPO_DOCUMENTO}} {{DOCUMENTO}}.</p>
<details class="ayuda"><summary>¿Qué hago aquí?</summary>
<p>Con este enlace la persona crea su contraseña y entra al portal. Se muestra una sola vez: entréguelo en mano o por un medio seguro.{{#HAY_CORREO}} También se enviará a su correo.{{/HAY_CORREO}} Si lo pierde, genere otro: el anterior deja de servir.</p></details>
<form method="post" novalidate>
{{>CSRF}}
{{>CAMPO_ROL}}
<div class="acc"><button>Generar y mostrar el enlace</button> <a href="/servidor/{{ID}}/ficha">No, volver a la ficha</a></div>
</form>
